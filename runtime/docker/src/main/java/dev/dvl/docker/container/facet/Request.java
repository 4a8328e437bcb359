package dev.dvl.docker.container.facet;

import dev.dvl.docker.wire.Json;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A container's create request while it is put together. */
public final class Request {
  private final Map<Section, Map<String, Json>> sections = new EnumMap<>(Section.class);
  private final Map<String, Json> endpoints = new LinkedHashMap<>();

  Request() {
    for (Section section : Section.values()) {
      sections.put(section, new LinkedHashMap<>());
    }
  }

  void put(Section section, String name, Json value) {
    fields(section).put(name, value);
  }

  Json get(Section section, String name) {
    return fields(section).getOrDefault(name, Json.Nil.NIL);
  }

  /** Settings of the container in one network. */
  void endpoint(String network, Json settings) {
    endpoints.put(network, settings);
  }

  /** The network of its own that the container is made in, as it is called here. */
  public Optional<String> home() {
    return Optional.of(get(Section.HOST, "NetworkMode").text()).filter(endpoints::containsKey);
  }

  /** Calls that network otherwise. */
  public void callHome(String name) {
    String now = get(Section.HOST, "NetworkMode").text();
    put(Section.HOST, "NetworkMode", Json.of(name));
    endpoint(name, endpoints.getOrDefault(now, new Json.Obj(Map.of())));
    if (!now.equals(name)) {
      endpoints.remove(now);
    }
  }

  /** The body of {@code POST /containers/create}. */
  public Json body() {
    Map<String, Json> body = new LinkedHashMap<>(fields(Section.CONFIG));
    body.put("HostConfig", new Json.Obj(fields(Section.HOST)));
    if (!endpoints.isEmpty()) {
      body.put(
          "NetworkingConfig", new Json.Obj(Map.of("EndpointsConfig", new Json.Obj(endpoints))));
    }
    return new Json.Obj(body);
  }

  /** The body of {@code POST /containers/ID/update}. */
  public Json update() {
    return new Json.Obj(fields(Section.HOST));
  }

  /** What an inspection would show of it, had the engine nothing to add. */
  Json asInspected() {
    return new Json.Obj(
        Map.of(
            "Config", new Json.Obj(fields(Section.CONFIG)),
            "HostConfig", new Json.Obj(fields(Section.HOST)),
            "NetworkSettings", new Json.Obj(Map.of("Networks", new Json.Obj(endpoints)))));
  }

  private Map<String, Json> fields(Section section) {
    return sections.computeIfAbsent(section, any -> new LinkedHashMap<>());
  }
}
