package dev.dvl.docker.container.write;

import dev.dvl.docker.container.facet.Endpoints;
import dev.dvl.docker.container.facet.Membership;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.network.NetworkKind;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a container another name. No engine can do that while it runs in a network of a swarm
 * (tried on 20.10 and 28: "already exists"), so it leaves these for the moment. When the last
 * container has left, the engine forgets such a network for a while, and nothing can join it.
 */
record Renaming(DockerEngine engine, String container) {
  private static final int TRIES = 40;
  private static final Duration PAUSE = Duration.ofMillis(250);

  void to(String name) throws IOException {
    try {
      engine.client().containers().rename(container, name);
    } catch (EngineError refused) {
      List<Membership> places =
          refused.status() == EngineError.OWN_TROUBLE ? overlays() : List.of();
      if (places.isEmpty()) {
        throw refused;
      }
      outside(places, name);
    }
  }

  private void outside(List<Membership> places, String name) throws IOException {
    String id = engine.api().get(MadeContainer.path(container)).at("Id").text();
    try {
      for (Membership place : places) {
        Repeatable.once(
            EngineError.NOT_FOUND,
            () -> engine.client().networks().disconnect(place.network(), id));
      }
      engine.client().containers().rename(id, name);
    } finally {
      for (Membership place : places) {
        rejoin(place, id);
      }
    }
  }

  private void rejoin(Membership place, String id) throws IOException {
    for (int tried = 1; tried <= TRIES && !isIn(place, id); tried++) {
      try {
        join(place, id);
      } catch (EngineError refused) {
        if (!refused.notFound() || tried == TRIES) {
          throw refused;
        }
        pause();
      }
    }
  }

  private boolean isIn(Membership place, String id) throws IOException {
    return MadeContainer.isIn(engine.api().get(MadeContainer.path(id)), place.network());
  }

  private void join(Membership place, String id) throws IOException {
    engine
        .client()
        .networks()
        .connect(place.network(), id, place.aliases(), place.address(), place.address6());
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the renaming was interrupted");
    }
  }

  /** The networks of a swarm that it is in, and how. */
  private List<Membership> overlays() throws IOException {
    Json inspected = engine.api().get(MadeContainer.path(container));
    List<Membership> found = new ArrayList<>();
    for (Map.Entry<String, Json> endpoint : Endpoints.of(inspected).entrySet()) {
      Optional<Json> network = engine.find(NetworkKind.path(endpoint.getKey()));
      if (network.filter(it -> it.at("Scope").text().equals("swarm")).isPresent()) {
        found.add(Membership.of(endpoint.getKey(), endpoint.getValue(), inspected.at("Id").text()));
      }
    }
    return found;
  }
}
