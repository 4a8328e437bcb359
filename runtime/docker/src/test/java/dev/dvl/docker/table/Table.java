package dev.dvl.docker.table;

import dev.dvl.docker.Peers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row for each attribute, and what their resources refer to.
 *
 * @param prefix what names on the engine begin with
 */
record Table(String prefix) {

  List<Row> rows() {
    return Stream.of(
            ContainerRows.all(prefix),
            ContainerPlaceRows.all(prefix, freePort()),
            ImageRows.all(prefix, registry()),
            OtherRows.all(prefix))
        .flatMap(it -> it)
        .toList();
  }

  String header() {
    return """
    module table { edition = 2026 }
    secret registry_password = env("PASSWORD_OF_TESTS")
    host engine: docker {
      endpoint = "%2$s"
      registry own { address = "%3$s", username = "%4$s", password = registry_password }
    }
    network left { name = "%1$s-left", subnets = [{ subnet = "%5$s.65.0/24" }] }
    network right {
      name    = "%1$s-right"
      ipv6    = true
      subnets = [{ subnet = "%5$s.72.0/24" }, { subnet = "fd00:d71:1::/64" }]
    }
    volume store { name = "%1$s-store" }
    volume elsewhere { name = "%1$s-elsewhere" }
    container anchor { image = "dvl-test/base:1", ipc_mode = "shareable" }
    """
        .formatted(
            prefix,
            Peers.docker(),
            registry(),
            Peers.variable("DVL_TEST_REGISTRY_USER"),
            Peers.net());
  }

  /** The files that rows copy, and the folders that they build from. */
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("one.txt"), "one");
    Files.writeString(folder.resolve("two.txt"), "two");
    for (String context : new String[] {"page", "same"}) {
      Path built = Files.createDirectories(folder.resolve(context));
      String stages = "FROM dvl-test/base:1 AS first\nARG WHO\nFROM first AS second\n";
      Files.writeString(built.resolve("Dockerfile"), stages);
      Files.writeString(built.resolve("Otherfile"), stages + "LABEL other=yes\n");
    }
  }

  private static String registry() {
    return Peers.variable("DVL_TEST_REGISTRY");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
