package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a container tells once it is there: its id, and what its last start gave it. */
public final class Outputs {
  private static final Set<String> ENGINES_OWN = Set.of("bridge", "host", "none", "default", "");

  private Outputs() {}

  public static void show(Json container, ShownValues shown) {
    String name = container.at("Name").text();
    shown.output("id", Codec.text(container.at("Id").text()));
    shown.output("name", Codec.text(name.startsWith("/") ? name.substring(1) : name));
    shown.output("image_id", Codec.text(container.at("Image").text()));
    homeNetwork(container).ifPresent(it -> shown.output("home_network", Value.text(it)));
    shown.output(
        "anonymous_volumes",
        Value.SetOf.of(AnonymousVolumes.of(container).keySet().stream().map(Value::text).toList()));
    addresses(Endpoints.of(container), shown);
    hostPorts(container.at("NetworkSettings", "Ports"), shown);
    if (ended(container)) {
      shown.output("exit_code", Value.of(container.at("State", "ExitCode").number()));
    }
  }

  /**
   * The network that a container was made in, by name or id. What is its mode stays so when the
   * container leaves it; from 24.0.7 on an engine starts no container whose mode is no network that
   * is there (tried on 26 and 28).
   */
  public static Optional<String> homeNetwork(Json container) {
    return Optional.of(container.at("HostConfig", "NetworkMode").text())
        .filter(mode -> !mode.startsWith("container:") && !ENGINES_OWN.contains(mode));
  }

  /** Whether it has run and runs no more. */
  public static boolean ended(Json container) {
    return container.at("State", "Status").text().equals("exited");
  }

  public static void lastLines(List<String> lines, ShownValues shown) {
    shown.output("last_lines", new Value.ListOf(lines.stream().map(Value::text).toList()));
  }

  private static void addresses(Map<String, Json> networks, ShownValues shown) {
    Map<String, Value> found = new TreeMap<>();
    networks.forEach(
        (name, endpoint) -> found.put(name, Codec.text(endpoint.at("IPAddress").text())));
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
