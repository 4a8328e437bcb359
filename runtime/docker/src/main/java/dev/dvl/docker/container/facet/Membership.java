package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A container's place in one network.
 *
 * @param network its id or name
 */
public record Membership(
    String network, List<String> aliases, Optional<String> address, Optional<String> address6) {
  private static final int SHORT_ID = 12;
  private static final Pattern OF_SWARM = Pattern.compile("[0-9a-z]{25}");

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

  /**
   * From what an engine shows. Without the short id, which the engine gives as an alias; in a
   * network of a swarm without the addresses, which are the swarm's and stand where those do that
   * were asked for.
   *
   * @param endpoint the container's {@code EndpointSettings}
   */
  public static Membership of(String network, Json endpoint, String container) {
    return new Membership(
        network,
        endpoint.at("Aliases").texts().stream()
            .filter(alias -> alias.length() != SHORT_ID || !container.startsWith(alias))
            .toList(),
        text(endpoint, "IPv4Address"),
        text(endpoint, "IPv6Address"));
  }

  private static Optional<String> text(Json endpoint, String address) {
    return Optional.of(endpoint.at("IPAMConfig", address).text())
        .filter(it -> !it.isEmpty())
        .filter(it -> !OF_SWARM.matcher(endpoint.at("NetworkID").text()).matches());
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
