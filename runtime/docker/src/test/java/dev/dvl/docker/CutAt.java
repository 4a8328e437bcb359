package dev.dvl.docker;

import dev.dvl.docker.wire.Dialer;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Connections of which one is cut, once: on one side of the request with that number among those
 * that change something.
 */
final class CutAt implements UnaryOperator<Dialer> {
  private static final Pattern CHANGES = Pattern.compile("(POST|PUT|DELETE) /\\S* HTTP/1");

  private final Side side;
  private final AtomicInteger left;
  private final Shears shears;
  private volatile boolean happened;

  /** When it is cut. */
  enum Side {
    /** The engine never hears of the request. */
    BEFORE,
    /** It has done what it was asked, and nobody hears the answer. */
    AFTER
  }

  /** Cuts all that goes the way of the connection. */
  @FunctionalInterface
  interface Shears {
    void cut() throws IOException;
  }

  /**
   * @param index from 0
   */
  CutAt(Side side, int index, Shears shears) {
    this.side = side;
    this.left = new AtomicInteger(index);
    this.shears = shears;
  }

  /** Whether there was such a request. */
  boolean happened() {
    return happened;
  }

  @Override
  public Dialer apply(Dialer dialer) {
    return () -> {
      Dialer.Line line = dialer.dial();
      AtomicBoolean answer = new AtomicBoolean();
      return new Dialer.Line(
          new Answers(line.in(), answer),
          new Requests(line.out(), answer),
          line.ending(),
          line.handle());
    };
  }

  private void cut() throws IOException {
    happened = true;
    shears.cut();
  }

  /** A request begins at the beginning of a piece. */
  private final class Requests extends FilterOutputStream {
    private final AtomicBoolean answer;

    Requests(OutputStream out, AtomicBoolean answer) {
      super(out);
      this.answer = answer;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      String piece = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
      if (CHANGES.matcher(piece).lookingAt() && left.getAndDecrement() == 0) {
        switch (side) {
          case BEFORE -> cut();
          case AFTER -> answer.set(true);
        }
      }
      out.write(bytes, offset, length);
    }
  }

  private final class Answers extends FilterInputStream {
    private final AtomicBoolean answer;

    Answers(InputStream in, AtomicBoolean answer) {
      super(in);
      this.answer = answer;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      if (answer.getAndSet(false)) {
        cut();
        throw new IOException("the connection was cut");
      }
      return read;
    }
  }
}
