package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import java.util.Map;
import java.util.TreeMap;

/** What a container tells once it is there: its id, and what its last start gave it. */
public final class Outputs {
  private Outputs() {}

  public static void show(Json container, ShownValues shown) {
    String name = container.at("Name").text();
    shown.output("id", Codec.text(container.at("Id").text()));
    shown.output("name", Codec.text(name.startsWith("/") ? name.substring(1) : name));
    shown.output("image_id", Codec.text(container.at("Image").text()));
    addresses(container.at("NetworkSettings", "Networks"), shown);
    hostPorts(container.at("NetworkSettings", "Ports"), shown);
    if (container.at("State", "Status").text().equals("exited")) {
      shown.output("exit_code", Value.of(container.at("State", "ExitCode").number()));
    }
  }

  private static void addresses(Json networks, ShownValues shown) {
    Map<String, Value> found = new TreeMap<>();
    networks
        .fields()
        .forEach((name, endpoint) -> found.put(name, Codec.text(endpoint.at("IPAddress").text())));
    found.values().removeIf(Value::isNull);
    shown.output("addresses", Value.MapOf.of(found));
    found.values().stream().findFirst().ifPresent(first -> shown.output("ip", first));
  }

  private static void hostPorts(Json ports, ShownValues shown) {
    Map<String, Value> found = new TreeMap<>();
    ports
        .fields()
        .forEach(
            (key, bindings) ->
                bindings.elements().stream()
                    .map(binding -> binding.at("HostPort").text())
                    .filter(port -> port.matches("[0-9]{1,5}"))
                    .findFirst()
                    .ifPresent(port -> found.put(key, Value.of(Long.parseLong(port)))));
    shown.output("host_ports", Value.MapOf.of(found));
  }
}
