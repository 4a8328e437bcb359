package dev.dvl.docker.kind;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.ResponseItem;
import dev.dvl.docker.wire.Excerpt;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waits for the end of a command that tells of its progress item by item. */
public final class Streamed<T extends ResponseItem> extends ResultCallback.Adapter<T> {
  private final Consumer<T> sink;
  private final String what;
  private volatile @Nullable String error;
  private volatile boolean cut;

  /**
   * Tells every item to {@code sink}.
   *
   * @param what what does not come about, as a clause
   */
  public Streamed(Consumer<T> sink, String what) {
    this.sink = sink;
    this.what = what;
  }

  @Override
  public void onNext(T item) {
    ResponseItem.ErrorDetail detail = item.getErrorDetail();
    if (detail != null && detail.getMessage() != null) {
      error = Excerpt.of(detail.getMessage());
    }
    sink.accept(item);
  }

  /** The error that the engine wrote into the stream. */
  public Optional<String> error() {
    return Optional.ofNullable(error);
  }

  /** Starts the command and waits for its end; asking to stop cuts the stream. */
  public void await(Consumer<Streamed<T>> start, Run run) throws IOException, OpProblem {
    run.cancel().onAsk(this::cut);
    try {
      start.accept(this);
      awaitCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cut();
      throw new InterruptedIOException("the call was interrupted");
    } catch (RuntimeException e) {
      if (cut) {
        throw Problems.cancelled(what);
      }
      throw e;
    }
    if (cut) {
      throw Problems.cancelled(what);
    }
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
