package dev.dvl.docker.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** A wire at one version of the engine's API. Answers that say no become {@link EngineError}s. */
public record Api(Wire wire, String version) implements Closeable {

  private static final long LONGEST = 64L << 20;
  private static final int LOOKS = 8;
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Looks at one object, and a few times more where the engine has trouble of its own. */
  public Json get(String path) throws IOException {
    return look(path, refusal -> refusal.status() == EngineError.OWN_TROUBLE);
  }

  /**
   * Looks at all objects of a kind, or at those that a filter lets through. There is always such a
   * list: an engine that says "not found" has trouble of its own, too. One that keeps images in
   * containerd's store does so in the moment in which another image goes (28.5.2: one list of five
   * while 24 images went).
   */
  public Json list(String path) throws IOException {
    return look(path, refusal -> refusal.status() == EngineError.OWN_TROUBLE || refusal.notFound());
  }

  /** Asks whether there is something. */
  public void head(String path) throws IOException {
    stream(Call.head(path)).close();
  }

  public Json post(String path, Json body) throws IOException {
    try (Answer answer = stream(Call.post(path, body))) {
      return whole(answer);
    }
  }

  /** The answer itself, whose body may go on for long. */
  public Answer stream(Call call) throws IOException {
    Answer answer = wire.send(call.to("/v" + version + call.path()));
    if (answer.ok()) {
      return answer;
    }
    try (answer) {
      throw EngineError.of(answer);
    }
  }

  /** A call after whose answer both sides write as they like. */
  public Talk talk(String path, Json body) throws IOException {
    Call call = Call.post("/v" + version + path, body);
    return wire.talk(call.with(Map.of("Connection", "Upgrade", "Upgrade", "tcp")));
  }

  @Override
  public void close() {
    wire.close();
  }

  private Json look(String path, Predicate<EngineError> passing) throws IOException {
    for (int looked = 1; ; looked++) {
      try (Answer answer = stream(Call.get(path))) {
        return whole(answer);
      } catch (EngineError e) {
        if (looked == LOOKS || !passing.test(e)) {
          throw e;
        }
      }
      pause(PAUSE.multipliedBy(looked));
    }
  }

  private static void pause(Duration duration) throws IOException {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Also reads what follows the JSON text, so that the connection can be kept. */
  private static Json whole(Answer answer) throws IOException {
    InputStream body = new LimitedStream(answer.body(), LONGEST);
    Json json = JsonText.read(body);
    body.transferTo(OutputStream.nullOutputStream());
    return json;
  }
}
