package dev.dvl.docker.kind;

import dev.dvl.docker.wire.EngineError;
import java.io.IOException;

/** Calls that have nothing to do when their effect is there already. */
public final class Repeatable {
  private Repeatable() {}

  /** A call. */
  public interface Attempt {
    void run() throws IOException;
  }

  /** Makes the call; an answer with {@code status} means that there was nothing to do. */
  public static void once(int status, Attempt call) throws IOException {
    try {
      call.run();
    } catch (EngineError e) {
      if (e.status() != status) {
        throw e;
      }
    }
  }
}
