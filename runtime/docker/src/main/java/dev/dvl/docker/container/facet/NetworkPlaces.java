package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.Reference;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code networks} and {@code network_mode}.
 *
 * <p>A container in networks of the program is created with the first of them as its mode. The mode
 * stays when that network is left later, and means nothing then; so only the modes that are no
 * network say something.
 */
record NetworkPlaces() implements Facet {
  private static final Set<String> ENGINES_OWN = Set.of("bridge", "host", "none", "default", "");
  private static final String OTHER = "container:";

  @Override
  public void ask(Wanted wanted, Request request) {
    List<Value> networks = wanted.elements("networks");
    if (!networks.isEmpty()) {
      request.put(
          Section.HOST, "NetworkMode", Json.of(Membership.of(networks.getFirst()).network()));
    }
    for (Value network : networks) {
      Membership membership = Membership.of(network);
      request.endpoint(membership.network(), membership.settings());
    }
    if (wanted.has("network_mode")) {
      request.put(
          Section.HOST, "NetworkMode", Json.of(Namespaces.mode(wanted.value("network_mode"))));
    }
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    String mode = seen.at(Section.HOST, "NetworkMode").text();
    List<Value> networks = new ArrayList<>();
    Endpoints.of(seen.container())
        .forEach(
            (name, endpoint) -> {
              if (!implied(name, mode)) {
                networks.add(membership(name, endpoint, seen));
              }
            });
    shown.put("networks", Value.SetOf.of(networks), new Value.SetOf(List.of()));
    Value bridge = networks.isEmpty() ? Value.text("bridge") : Value.Null.NULL;
    shown.put("network_mode", mode(mode, bridge), bridge);
  }

  private static boolean implied(String network, String mode) {
    return (network.equals(mode) && ENGINES_OWN.contains(mode))
        || (network.equals("bridge") && (mode.equals("default") || mode.isEmpty()));
  }

  private static Value mode(String mode, Value bridge) {
    if (mode.startsWith(OTHER)) {
      return Reference.show("container", mode.substring(OTHER.length()));
    }
    return mode.equals("host") || mode.equals("none") ? Value.text(mode) : bridge;
  }

  private static Value membership(String name, Json endpoint, Seen seen) {
    Value network = Reference.show("network", name);
    Membership place = Membership.of(name, endpoint, seen.container().at("Id").text());
    List<Value> aliases = place.aliases().stream().map(Value::text).toList();
    Value address = place.address().map(Codec::address).map(Value::text).orElse(Value.Null.NULL);
    Value address6 = place.address6().map(Codec::address).map(Value::text).orElse(Value.Null.NULL);
    if (aliases.isEmpty() && address.isNull() && address6.isNull()) {
      return network;
    }
    Map<String, Value> fields = new TreeMap<>();
    fields.put("network", network);
    fields.put("aliases", Value.SetOf.of(aliases));
    fields.put("address", address);
    fields.put("address6", address6);
    return Value.ObjectOf.of(fields);
  }
}
