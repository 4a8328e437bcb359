package dev.dvl.docker.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.contract.Bench;
import dev.dvl.docker.DockerProvider;
import dev.dvl.docker.Peers;
import dev.dvl.engine.live.Stack;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was applied plans empty, and what is changed behind dvl's back is shown as exactly that, for
 * every attribute of every kind.
 */
@Tag("docker")
class AttributeTableTest {
  private static final Kinds KINDS = StandardKinds.load();
  private static final List<String> DOCKER = List.of("container", "image", "network", "volume");

  private final String prefix = "tbl%08x".formatted(new Random().nextInt());
  @TempDir Path folder;

  @Test
  void everyAttributeHasARow() {
    Set<String> keys = rows(1).stream().map(Row::key).collect(Collectors.toSet());
    Set<String> missing =
        DOCKER.stream()
            .flatMap(kind -> keys(KINDS.get(kind)))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = Set.copyOf(missing);
    missing.removeAll(keys);
    UnsupportedRows.ALL.forEach(row -> missing.remove(row.key()));
    assertThat(missing).as("attributes without a row").isEmpty();
    assertThat(known).as("attributes of rows").containsAll(keys);
  }

  /** A field of an object that an attribute holds is tried as an attribute is. */
  @Test
  void everyFieldInsideHasARow() {
    Set<String> tried = new TreeSet<>();
    rows(1).forEach(row -> tried.addAll(Fields.triedBy(row, KINDS.get(row.kind()))));
    Set<String> missing = new TreeSet<>();
    DOCKER.forEach(kind -> missing.addAll(Fields.of(KINDS.get(kind))));
    assertThat(missing).hasSizeGreaterThan(30);
    missing.removeAll(tried);
    assertThat(missing).as("fields without a row").isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> whatTheEngineCannotRunIsAskedOfIt() {
    return UnsupportedRows.ALL.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.key(), () -> row.check(KINDS, folder, new Stack(hex(), "table"))));
  }

  @TestFactory
  Stream<DynamicTest> rowsHold() throws Exception {
    write();
    List<Row> rows = rows(freePort());
    Bench bench =
        new Bench(KINDS, new DockerProvider(), new Stack(hex(), "table"), folder)
            .secret("registry_password", Peers.variable("DVL_TEST_REGISTRY_PASSWORD"))
            .losingData();
    String header = header();
    List<Row> tried = rows.stream().filter(row -> !row.line().isEmpty()).toList();
    Map<String, List<String>> faults;
    try (Engine engine = new Engine()) {
      faults = new TableRun(bench, engine, header, tried).faults();
    }
    Set<String> others = new TreeSet<>(faults.keySet());
    tried.forEach(row -> others.remove(row.name()));
    return Stream.concat(
        tried.stream().map(row -> test(row.form() + " " + row.name(), faults.get(row.name()))),
        others.stream().map(name -> test(name, faults.get(name))));
  }

  private static DynamicTest test(
      String name, @org.jspecify.annotations.Nullable List<String> faults) {
    return DynamicTest.dynamicTest(
        name, () -> assertThat(faults == null ? List.of() : faults).isEmpty());
  }

  private List<Row> rows(int port) {
    return Stream.of(
            ContainerRows.all(prefix),
            ContainerPlaceRows.all(prefix, port),
            ImageRows.all(prefix, registry()),
            OtherRows.all(prefix))
        .flatMap(it -> it)
        .toList();
  }

  private String header() {
    return """
    module table { edition = 2026 }
    secret registry_password = env("PASSWORD_OF_TESTS")
    host engine: docker {
      endpoint = "%2$s"
      registry own { address = "%3$s", username = "%4$s", password = registry_password }
    }
    network left { name = "%1$s-left", subnets = [{ subnet = "10.213.65.0/24" }] }
    network right {
      name    = "%1$s-right"
      ipv6    = true
      subnets = [{ subnet = "10.213.72.0/24" }, { subnet = "fd00:d71:1::/64" }]
    }
    volume store { name = "%1$s-store" }
    volume elsewhere { name = "%1$s-elsewhere" }
    container anchor { image = "dvl-test/base:1", ipc_mode = "shareable" }
    """
        .formatted(prefix, Peers.docker(), registry(), Peers.variable("DVL_TEST_REGISTRY_USER"));
  }

  private static String registry() {
    return Peers.variable("DVL_TEST_REGISTRY");
  }

  private void write() throws IOException {
    Files.writeString(folder.resolve("one.txt"), "one");
    Files.writeString(folder.resolve("two.txt"), "two");
    for (String context : new String[] {"page", "same"}) {
      Path built = Files.createDirectories(folder.resolve(context));
      String stages = "FROM dvl-test/base:1 AS first\nARG WHO\nFROM first AS second\n";
      Files.writeString(built.resolve("Dockerfile"), stages);
      Files.writeString(built.resolve("Otherfile"), stages + "LABEL other=yes\n");
    }
  }

  private static Stream<String> keys(KindSchema kind) {
    Stream<String> own =
        kind.attributes().stream().filter(it -> !it.resolved()).map(Attribute::name);
    Stream<String> inBlocks =
        kind.blocks().stream()
            .flatMap(block -> attributes(block).map(name -> block.name() + "." + name));
    return Stream.concat(own, inBlocks).map(name -> kind.name() + "." + name);
  }

  private static Stream<String> attributes(Block block) {
    return block.attributes().stream().filter(it -> !it.resolved()).map(Attribute::name);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String hex() {
    return "%016x".formatted(new Random().nextLong());
  }
}
