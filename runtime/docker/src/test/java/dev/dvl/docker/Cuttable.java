package dev.dvl.docker;

import dev.dvl.docker.wire.Dialer;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Connections to an engine that goes away when it is told to. */
final class Cuttable implements UnaryOperator<Dialer> {
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private volatile boolean gone;

  @Override
  public Dialer apply(Dialer dialer) {
    return () -> {
      if (gone) {
        throw new ConnectException("Connection refused");
      }
      Dialer.Line line = dialer.dial();
      open.add(line.handle());
      return line;
    };
  }

  void cut() {
    gone = true;
    for (Closeable line : open) {
      try {
        line.close();
      } catch (IOException e) {
        // It is gone either way.
      }
    }
  }
}
