package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container's place in one network.
 *
 * @param network its id or name
 */
public record Membership(
    String network, List<String> aliases, Optional<String> address, Optional<String> address6) {
  public Membership {
    aliases = List.copyOf(aliases);
  }

  /** From an element of {@code networks}: a network alone, or with aliases and addresses. */
  public static Membership of(Value element) {
    Wanted fields = Wanted.of(element);
    if (fields.values().isEmpty()) {
      return new Membership(Codec.plain(element), List.of(), Optional.empty(), Optional.empty());
    }
    return new Membership(
        Codec.plain(fields.value("network")),
        fields.texts("aliases"),
        fields.text("address"),
        fields.text("address6"));
  }

  /** The engine's {@code EndpointSettings}. */
  public Json settings() {
    Map<String, Json> settings = new LinkedHashMap<>();
    if (!aliases.isEmpty()) {
      settings.put("Aliases", Json.texts(aliases));
    }
    Map<String, Json> fixed = new LinkedHashMap<>();
    address.ifPresent(ip -> fixed.put("IPv4Address", Json.of(ip)));
    address6.ifPresent(ip -> fixed.put("IPv6Address", Json.of(ip)));
    if (!fixed.isEmpty()) {
      settings.put("IPAMConfig", new Json.Obj(fixed));
    }
    return new Json.Obj(settings);
  }
}
