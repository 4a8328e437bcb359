package dev.dvl.docker.kind;

import dev.dvl.docker.wire.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/** Runs work side by side on virtual threads, and not too many calls at once. */
public final class Parallel implements AutoCloseable {
  private static final int AT_ONCE = 12;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(AT_ONCE);

  private final Map<String, FutureTask<Json>> answers = new ConcurrentHashMap<>();

  /** One call. */
  @FunctionalInterface
  interface Turn<T> {
    T take() throws IOException;
  }

  /** What is done for one input. */
  @FunctionalInterface
  interface Work<A, B> {
    B run(A input) throws IOException;
  }

  public <T> Future<T> start(Callable<T> work) {
    return threads.submit(work);
  }

  /** What a path leads to: asked for once, however many want to know. */
  Json once(String path, Turn<Json> call) throws IOException {
    FutureTask<Json> answer =
        answers.computeIfAbsent(path, ignored -> new FutureTask<>(() -> inTurn(call)));
    answer.run();
    return get(answer);
  }

  /** Makes one call when fewer than the most go on. */
  <T> T inTurn(Turn<T> turn) throws IOException {
    try {
      room.acquire();
    } catch (InterruptedException e) {
      throw interrupted();
    }
    try {
      return turn.take();
    } finally {
      room.release();
    }
  }

  /** The results by input, in the order of the inputs. */
  <A, B> Map<A, B> all(Collection<A> inputs, Work<A, B> work) throws IOException {
    List<A> order = List.copyOf(inputs);
    List<Future<B>> futures = new ArrayList<>();
    order.forEach(input -> futures.add(start(() -> work.run(input))));
    Map<A, B> results = new LinkedHashMap<>();
    for (int i = 0; i < order.size(); i++) {
      results.put(order.get(i), get(futures.get(i)));
    }
    return results;
  }

  public static <T> T get(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException failed -> throw failed;
        case RuntimeException bug -> throw bug;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("the reading was interrupted");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
