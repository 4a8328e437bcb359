package dev.dvl.docker.event;

import dev.dvl.docker.Codes;
import dev.dvl.docker.connect.Connector.Connected;
import dev.dvl.docker.wire.Answer;
import dev.dvl.docker.wire.Api;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.JsonText;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Event;
import dev.dvl.engine.provider.HostProblem;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The engine's own stream of events, for as long as somebody wants to hear them. */
public final class EventStream implements AutoCloseable {
  private final Answer answer;
  private volatile boolean closed;

  private EventStream(Answer answer) {
    this.answer = answer;
  }

  /** Tells of every event until closed, and once how the stream ended. */
  public static EventStream open(Api api, Consumer<Json> sink, Runnable atEnd) throws IOException {
    EventStream stream = new EventStream(api.stream(Call.get("/events").patient()));
    Thread.ofVirtual().name("docker events").start(() -> stream.run(sink, atEnd));
    return stream;
  }

  public static AutoCloseable watch(Connected connected, Set<Ref> refs, Consumer<Event> sink)
      throws HostProblem {
    Map<String, Ref> byId = new HashMap<>();
    refs.forEach(ref -> byId.put(ref.id(), ref));
    try {
      return open(connected.api(), json -> event(json, byId).ifPresent(sink), () -> {});
    } catch (IOException e) {
      throw new HostProblem(
          Codes.LOST, "The Docker engine at " + connected.named() + " tells no events.", e);
    }
  }

  private static Optional<Event> event(Json json, Map<String, Ref> byId) {
    Ref ref = byId.get(json.at("Actor", "ID").text());
    if (ref == null) {
      return Optional.empty();
    }
    long nanos = json.at("timeNano").number();
    return Optional.of(new Event(ref, Instant.ofEpochSecond(0, nanos), json.at("Action").text()));
  }

  private void run(Consumer<Json> sink, Runnable atEnd) {
    try {
      JsonText.Sequence events = JsonText.sequence(answer.body());
      for (Optional<Json> next = events.next(); next.isPresent(); next = events.next()) {
        sink.accept(next.get());
      }
    } catch (IOException e) {
      // The end of the stream is told below, however it came about.
    } finally {
      atEnd.run();
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      try {
        answer.close();
      } catch (IOException e) {
        // It is gone either way.
      }
    }
  }
}
