package dev.dvl.docker.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The engine answered, and said no. */
public final class EngineError extends IOException {
  private static final long serialVersionUID = 1L;
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
    return status == 404;
  }

  /** The engine's sentence. */
  public String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
