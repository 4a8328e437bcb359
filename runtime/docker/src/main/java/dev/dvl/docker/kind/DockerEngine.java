package dev.dvl.docker.kind;

import dev.dvl.docker.client.EngineClient;
import dev.dvl.docker.event.EventHub;
import dev.dvl.docker.wire.Api;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import java.io.IOException;
import java.util.Optional;

/** What the calls share: raw JSON for reading, docker-java's commands for changing. */
public final class DockerEngine {
  private final Api api;
  private final EngineClient client;
  private final EventHub events;

  public DockerEngine(Api api) {
    this.api = api;
    this.client = new EngineClient(api);
    this.events = new EventHub(api);
  }

  public Api api() {
    return api;
  }

  public EngineClient client() {
    return client;
  }

  public EventHub events() {
    return events;
  }

  /** What a path leads to; empty where it is not there. */
  public Optional<Json> find(String path) throws IOException {
    try {
      return Optional.of(api.get(path));
    } catch (EngineError e) {
      if (e.notFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
