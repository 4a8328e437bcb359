package dev.dvl.docker.event;

import dev.dvl.docker.wire.Api;
import dev.dvl.docker.wire.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One stream of events for all waits on an engine, open while anybody waits. */
public final class EventHub {
  /** What a waiter hears when the stream ends. */
  public static final String LOST = "dvl.lost";

  private final Api api;
  private final Map<String, Set<Consumer<String>>> waiters = new ConcurrentHashMap<>();
  private int count;
  private @Nullable EventStream stream;

  public EventHub(Api api) {
    this.api = api;
  }

  /** A waiter that hears of a container. */
  @FunctionalInterface
  public interface Listening {
    void end();
  }

  /** Tells what happens to one container until ended. */
  public synchronized Listening listen(String container, Consumer<String> waiter)
      throws IOException {
    if (stream == null) {
      stream = EventStream.open(api, this::tell, this::lost);
    }
    count++;
    waiters.computeIfAbsent(container, any -> ConcurrentHashMap.newKeySet()).add(waiter);
    return () -> leave(container, waiter);
  }

  private synchronized void leave(String container, Consumer<String> waiter) {
    waiters.getOrDefault(container, Set.of()).remove(waiter);
    count--;
    if (count == 0 && stream != null) {
      EventStream unused = stream;
      stream = null;
      unused.close();
    }
  }

  private void tell(Json event) {
    if (event.at("Type").text().equals("container")) {
      String action = event.at("Action").text();
      waiters
          .getOrDefault(event.at("Actor", "ID").text(), Set.of())
          .forEach(waiter -> waiter.accept(action));
    }
  }

  private void lost() {
    synchronized (this) {
      stream = null;
    }
    waiters.values().forEach(some -> some.forEach(waiter -> waiter.accept(LOST)));
  }
}
