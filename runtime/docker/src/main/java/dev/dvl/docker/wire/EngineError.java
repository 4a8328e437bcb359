package dev.dvl.docker.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The engine answered, and said no. */
public final class EngineError extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is asked for makes no sense to the engine, or to the runtime that it hands it on to. */
  public static final int INVALID = 400;

  public static final int NOT_FOUND = 404;

  /** Something is in the way: a name that is taken, an object that is used. */
  public static final int CONFLICT = 409;

  /** Something failed that the engine has no status for. */
  public static final int OWN_TROUBLE = 500;

  private static final int FORBIDDEN = 403;

  private static final int LONGEST = 64 * 1024;

  private final int status;

  public EngineError(int status, String message) {
    super(message);
    this.status = status;
  }

  /** What an answer that is no success says, as far as it fits into a message. */
  public static EngineError of(Answer answer) throws IOException {
    byte[] bytes = answer.body().readNBytes(LONGEST);
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    try {
      String message = JsonText.read(text).at("message").text();
      return new EngineError(answer.status(), Excerpt.of(message.isEmpty() ? text : message));
    } catch (IOException e) {
      return new EngineError(answer.status(), Excerpt.of(text));
    }
  }

  public int status() {
    return status;
  }

  public boolean notFound() {
    return status == NOT_FOUND;
  }

  /** Whether something else that is there stands against it. */
  public boolean conflict() {
    return status == CONFLICT;
  }

  /** Whether it would be in the way of what is there. */
  public boolean forbidden() {
    return status == FORBIDDEN;
  }

  /** The engine's sentence. */
  public String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
