package dev.dvl.docker.container.facet;

import dev.dvl.docker.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The networks that a container is in. Of one that runs, the engine goes on to show what it could
 * not do: an endpoint without an id, with the address that was asked for. It is none. Of one that
 * does not run no endpoint has an id, and what is shown is what it will have.
 */
public final class Endpoints {
  private Endpoints() {}

  /** By the names of the networks. */
  public static Map<String, Json> of(Json inspected) {
    Map<String, Json> found =
        new LinkedHashMap<>(inspected.at("NetworkSettings", "Networks").fields());
    if (inspected.at("State", "Running").isTrue()) {
      found.values().removeIf(endpoint -> endpoint.at("EndpointID").text().isEmpty());
    }
    return found;
  }
}
