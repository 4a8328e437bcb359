package dev.dvl.docker.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls to one engine over kept connections; for many threads at once. HTTP/1.1 without
 * pipelining: a connection serves one call at a time.
 */
public final class Wire implements Closeable {
  /** A call that changes something is not sent on a connection that may have died meanwhile. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  private static final int KEPT = 16;

  /** From here on it is another protocol. */
  private static final int SWITCHING = 101;

  private final Dialer dialer;
  private final Closeable beneath;
  private final ConcurrentLinkedDeque<Kept> idle = new ConcurrentLinkedDeque<>();
  private final Set<Kept> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public Wire(Dialer dialer) {
    this(dialer, () -> {});
  }

  /**
   * @param beneath what the dialer's lines share; it is closed after them
   */
  public Wire(Dialer dialer, Closeable beneath) {
    this.dialer = dialer;
    this.beneath = beneath;
  }

  private record Kept(Dialer.Line line, InputStream in, OutputStream out, long since) {
    Kept now() {
      return new Kept(line, in, out, System.nanoTime());
    }

    boolean fresh() {
      return System.nanoTime() - since < FRESH.toNanos();
    }
  }

  /** Sends {@code call}; the answer must be closed. */
  public Answer send(Call call) throws IOException {
    Kept kept = takeIdle(call);
    if (kept != null) {
      try {
        return exchange(kept, call);
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        drop(kept);
        if (!call.repeatable() || closed) {
          throw e;
        }
      }
    }
    Kept dialled = dial();
    try {
      return exchange(dialled, call);
    } catch (IOException e) {
      drop(dialled);
      throw e;
    }
  }

  /**
   * Sends {@code call} on a line of its own, which from the answer on belongs to the caller: both
   * sides may write as they like (RFC 9110, 7.8).
   */
  public Talk talk(Call call) throws IOException {
    Kept dialled = dial();
    try {
      write(dialled.out(), call);
      HttpHead head = HttpHead.read(dialled.in());
      if (head.status() == SWITCHING) {
        return new Talk(dialled.in(), dialled.out(), dialled.line().ending(), () -> drop(dialled));
      }
      BodyStream body = BodyStream.of(head, call.method(), dialled.in());
      throw EngineError.of(new Answer(head.status(), head.headers(), body, () -> {}));
    } catch (IOException e) {
      drop(dialled);
      throw e;
    }
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(this::drop);
    try {
      beneath.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  private @Nullable Kept takeIdle(Call call) {
    for (Kept kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
      if (call.repeatable() || kept.fresh()) {
        return kept;
      }
      drop(kept);
    }
    return null;
  }

  private Kept dial() throws IOException {
    if (closed) {
      throw new IOException("the connection was closed");
    }
    Dialer.Line line = dialer.dial();
    Kept kept =
        new Kept(
            line,
            new BufferedInputStream(line.in(), 16 * 1024),
            new BufferedOutputStream(line.out(), 16 * 1024),
            System.nanoTime());
    open.add(kept);
    return kept;
  }

  private Answer exchange(Kept kept, Call call) throws IOException {
    Alarm alarm = Alarm.set(call.limit(), kept.line());
    try {
      write(kept.out(), call);
      HttpHead head = HttpHead.read(kept.in());
      BodyStream body = BodyStream.of(head, call.method(), kept.in());
      boolean keep = !head.says("connection", "close");
      AtomicBoolean released = new AtomicBoolean();
      return new Answer(
          head.status(),
          head.headers(),
          new TimedBody(body, alarm),
          () -> {
            if (released.compareAndSet(false, true)) {
              release(kept, alarm.end() && keep && body.complete());
            }
          });
    } catch (IOException e) {
      throw alarm.end() ? e : late();
    }
  }

  private static InterruptedIOException late() {
    return new InterruptedIOException("the engine did not answer in time");
  }

  private static void write(OutputStream out, Call call) throws IOException {
    StringBuilder head = new StringBuilder(256);
    head.append(call.method()).append(' ').append(call.path()).append(" HTTP/1.1\r\n");
    head.append("Host: docker\r\nUser-Agent: dvl\r\n");
    call.headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    Optional<Call.Body> body = call.body();
    long length = body.map(Call.Body::length).orElse(0L);
    if (length < 0) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (body.isPresent() || call.method().equals("POST")) {
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    if (body.isPresent()) {
      send(body.get(), out);
    }
    out.flush();
  }

  private static void send(Call.Body body, OutputStream out) throws IOException {
    if (body.length() >= 0) {
      body.bytes().transferTo(out);
      return;
    }
    byte[] buffer = new byte[32 * 1024];
    for (int got = body.bytes().read(buffer); got >= 0; got = body.bytes().read(buffer)) {
      if (got > 0) {
        out.write((Integer.toHexString(got) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(buffer, 0, got);
        out.write(new byte[] {'\r', '\n'});
      }
    }
    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private void release(Kept kept, boolean reusable) {
    open.remove(kept);
    if (!reusable || closed || idle.size() >= KEPT) {
      drop(kept);
      return;
    }
    Kept rested = kept.now();
    open.add(rested);
    idle.addFirst(rested);
  }

  private void drop(Kept kept) {
    open.remove(kept);
    try {
      kept.line().close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  /** A body that says why it ended too early when its time was over. */
  private static final class TimedBody extends FilterInputStream {
    private final Alarm alarm;

    TimedBody(InputStream body, Alarm alarm) {
      super(body);
      this.alarm = alarm;
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        throw alarm.rang() ? late() : e;
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException e) {
        throw alarm.rang() ? late() : e;
      }
    }
  }

  /** Closes a line when the answer is late, because a blocked read knows no time limit. */
  private static final class Alarm {
    private final CompletableFuture<@Nullable Void> timer = new CompletableFuture<>();
    private final Dialer.Line line;
    private boolean over;
    private volatile boolean rang;

    private Alarm(Dialer.Line line) {
      this.line = line;
    }

    static Alarm set(Optional<Duration> limit, Dialer.Line line) {
      Alarm alarm = new Alarm(line);
      limit.ifPresent(alarm::after);
      return alarm;
    }

    private void after(Duration limit) {
      var _ = timer.completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS);
      var _ = timer.thenRun(this::ring);
    }

    /** Never on a line that serves another call by now. */
    private synchronized void ring() {
      if (over) {
        return;
      }
      rang = true;
      try {
        line.close();
      } catch (IOException e) {
        // It is gone either way.
      }
    }

    boolean rang() {
      return rang;
    }

    /** It does not ring any more; whether it never did. */
    synchronized boolean end() {
      over = true;
      timer.cancel(false);
      return !rang;
    }
  }
}
