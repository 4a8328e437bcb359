package dev.dvl.cli.proxies;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A few clients that ask without end, and note what they did not get. */
final class Load implements AutoCloseable {
  private static final int CLIENTS = 3;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger answered = new AtomicInteger();
  private final Queue<String> lost = new ConcurrentLinkedQueue<>();
  private final List<Thread> clients = new ArrayList<>();

  Load(Requests requests) {
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(Thread.ofVirtual().start(() -> ask(requests)));
    }
  }

  int answered() {
    return answered.get();
  }

  List<String> lost() {
    return List.copyOf(lost);
  }

  private void ask(Requests requests) {
    while (!over.get()) {
      try {
        Requests.Answer answer = requests.get("localhost", "/");
        if (answer.code() == 200 && answer.body().startsWith("page of release")) {
          answered.incrementAndGet();
        } else {
          lost.add(answer.toString());
        }
      } catch (IOException e) {
        lost.add(e.toString());
      }
    }
  }

  /** Lets what has begun come to its end. */
  @Override
  public void close() {
    over.set(true);
    try {
      for (Thread client : clients) {
        client.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
