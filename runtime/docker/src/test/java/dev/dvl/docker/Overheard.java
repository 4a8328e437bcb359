package dev.dvl.docker;

import dev.dvl.docker.wire.Dialer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Connections on which everything that is said to an engine is heard just before it is sent. */
public final class Overheard implements UnaryOperator<Dialer> {
  private final Listener listener;

  public Overheard(Listener listener) {
    this.listener = listener;
  }

  /** Hears one piece, each byte as a character; a request begins at the beginning of a piece. */
  @FunctionalInterface
  public interface Listener {
    void hears(String piece) throws IOException;
  }

  @Override
  public Dialer apply(Dialer dialer) {
    return () -> {
      Dialer.Line line = dialer.dial();
      OutputStream out =
          new FilterOutputStream(line.out()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
              listener.hears(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
              out.write(bytes, offset, length);
            }
          };
      return new Dialer.Line(line.in(), out, line.ending(), line.handle());
    };
  }
}
