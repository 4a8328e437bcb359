package dev.dvl.cli.worlds;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands between dvl and a platform: writes down the calls that changed something, in the order in
 * which they ended, and holds those that it is told to.
 */
final class RecordingProxy implements Closeable {
  private static final int PATIENCE_SECONDS = 90;

  private final Line.Port port;
  private final Line.Dialer platform;
  private final Dialect dialect;
  private final List<RecordedCall> recorded = new ArrayList<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final List<Hold> holds = new ArrayList<>();
  private volatile CountDownLatch held = new CountDownLatch(0);

  RecordingProxy(Line.Port port, Line.Dialer platform, Dialect dialect) {
    this.port = port;
    this.platform = platform;
    this.dialect = dialect;
    Thread.ofPlatform().daemon().name("proxy").start(this::accept);
  }

  /** From now on each of these holds the first call that it finds. */
  void hold(List<Hold> those) {
    synchronized (holds) {
      holds.addAll(those);
      held = new CountDownLatch(those.size());
    }
  }

  void awaitHeld() throws IOException, InterruptedException {
    if (!held.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("never called: " + holds);
    }
  }

  List<RecordedCall> recorded() {
    synchronized (recorded) {
      return List.copyOf(recorded);
    }
  }

  @Override
  public void close() throws IOException {
    port.close();
  }

  private void accept() {
    while (true) {
      try {
        Line client = port.accept();
        Thread.ofPlatform().daemon().name("call").start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Line client) {
    try (client;
        Line behind = platform.dial()) {
      Message request = Message.request(client.in());
      while (!request.head().isEmpty() && pass(request, client, behind)) {
        request = Message.request(client.in());
      }
    } catch (IOException gone) {
      // One side has left; the other sees that by itself.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the connection can be used again: what may go on and on is handed on as it comes. */
  private boolean pass(Message request, Line client, Line behind)
      throws IOException, InterruptedException {
    Optional<Hold> hold = held(request);
    if (hold.isPresent() && !hold.get().answer()) {
      forEver();
    }
    boolean streams = dialect.streams(request);
    behind.write(request, streams);
    if (streams) {
      stream(behind, client.out());
      return false;
    }
    Message answer = Message.answer(behind.in());
    if (dialect.changes(request)) {
      keep(request, answer);
    }
    if (hold.isPresent()) {
      forEver();
    }
    client.write(answer, false);
    return true;
  }

  private static void stream(Line from, OutputStream to) throws IOException {
    byte[] piece = new byte[64 * 1024];
    for (int size = from.in().read(piece); size >= 0; size = from.in().read(piece)) {
      to.write(piece, 0, size);
      to.flush();
    }
  }

  private Optional<Hold> held(Message request) {
    synchronized (holds) {
      String subject = subject(request);
      Optional<Hold> found =
          holds.stream().filter(it -> it.call().matcher(subject).find()).findFirst();
      found.ifPresent(holds::remove);
      return found;
    }
  }

  private String subject(Message request) {
    String subject = request.method() + " " + request.path() + " ";
    subject += new String(request.body(), StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> name : names.entrySet()) {
      subject = subject.replace(name.getKey(), name.getValue());
    }
    return subject;
  }

  private void keep(Message request, Message answer) {
    if (answer.status() < 200 || answer.status() > 299) {
      return;
    }
    Map<String, String> ids = dialect.ids(request, answer);
    ids.values().forEach(id -> names.put(id, request.path()));
    synchronized (recorded) {
      recorded.add(
          new RecordedCall(
              request.method(), request.path(), dialect.headers(request), request.body(), ids));
    }
  }

  private void forEver() throws InterruptedException {
    held.countDown();
    Thread.sleep(TimeUnit.HOURS.toMillis(1));
  }
}
