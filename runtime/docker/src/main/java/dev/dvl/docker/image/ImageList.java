package dev.dvl.docker.image;

import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;

/**
 * The engine's list of images. While others are being removed, an engine with containerd's store
 * answers now and then that something is not found (28.5.2: one list of five while 24 images go);
 * then it is asked again.
 */
final class ImageList {
  private static final int TRIES = 8;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private ImageList() {}

  /** What asks for the list. */
  @FunctionalInterface
  interface Source {
    Json get() throws IOException;
  }

  static List<Json> read(Source source) throws IOException {
    for (int tried = 1; ; tried++) {
      try {
        return source.get().elements();
      } catch (EngineError e) {
        if (!e.notFound() || tried == TRIES) {
          throw e;
        }
        pause(PAUSE.multipliedBy(tried));
      }
    }
  }

  private static void pause(Duration duration) throws InterruptedIOException {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the reading was interrupted");
    }
  }
}
