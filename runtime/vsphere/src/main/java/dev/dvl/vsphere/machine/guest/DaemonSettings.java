package dev.dvl.vsphere.machine.guest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.value.Field;
import dev.dvl.stdlib.AddressPoolPart;
import dev.dvl.stdlib.DockerSetupPart;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * What a Docker engine reads from {@code /etc/docker/daemon.json} when it starts.
 *
 * @see <a href="https://docs.docker.com/reference/cli/dockerd/#daemon-configuration-file">dockerd:
 *     daemon configuration file</a>
 */
final class DaemonSettings {
  private static final JsonFactory FACTORY = new JsonFactory();

  private DaemonSettings() {}

  /** The text of the file; empty where the program sets nothing. */
  static String json(DockerSetupPart setup) {
    Optional<String> root = setup.dataRoot().known();
    List<String> mirrors = known(setup.mirrors());
    List<AddressPoolPart> pools = known(setup.addressPools());
    if (root.isEmpty() && mirrors.isEmpty() && pools.isEmpty()) {
      return "";
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.writeStartObject();
      if (root.isPresent()) {
        out.writeStringField("data-root", root.get());
      }
      if (!mirrors.isEmpty()) {
        out.writeArrayFieldStart("registry-mirrors");
        for (String mirror : mirrors) {
          out.writeString(mirror);
        }
        out.writeEndArray();
      }
      if (!pools.isEmpty()) {
        pools(pools, out);
      }
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void pools(List<AddressPoolPart> pools, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("default-address-pools");
    for (AddressPoolPart pool : pools) {
      out.writeStartObject();
      out.writeStringField("base", pool.base().orElse(""));
      out.writeNumberField("size", pool.size().orElse(0L));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static <T> List<T> known(Field<List<Field<T>>> list) {
    return list.orElse(List.of()).stream().flatMap(it -> it.known().stream()).toList();
  }
}
