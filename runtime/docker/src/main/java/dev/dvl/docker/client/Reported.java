package dev.dvl.docker.client;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.ResponseItem;
import dev.dvl.docker.wire.Excerpt;
import dev.dvl.engine.provider.Cancel;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waits for the end of a command that tells of its progress item by item. */
final class Reported<T extends ResponseItem> extends ResultCallback.Adapter<T> {
  private final Consumer<T> sink;
  private volatile @Nullable String error;
  private volatile boolean cut;

  /** Tells every item to {@code sink}. */
  Reported(Consumer<T> sink) {
    this.sink = sink;
  }

  @Override
  public void onNext(T item) {
    ResponseItem.ErrorDetail detail = item.getErrorDetail();
    if (detail != null && detail.getMessage() != null) {
      error = Excerpt.of(detail.getMessage());
    }
    sink.accept(item);
  }

  /**
   * Starts the command and waits for its end; asking to stop cuts the stream.
   *
   * @return the error that the engine wrote into the stream
   */
  Optional<String> await(Consumer<Reported<T>> start, Cancel cancel) throws IOException {
    cancel.onAsk(this::cut);
    try {
      start.accept(this);
      awaitCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cut();
      throw new InterruptedIOException("the call was interrupted");
    } catch (RuntimeException e) {
      if (cut) {
        throw new Stopped();
      }
      throw e;
    }
    if (cut) {
      throw new Stopped();
    }
    return Optional.ofNullable(error);
  }

  /** What is still to be sent when it is cut is not listened to any more. */
  @Override
  public void onStart(Closeable stream) {
    super.onStart(stream);
    if (cut) {
      cut();
    }
  }

  private void cut() {
    cut = true;
    try {
      close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
