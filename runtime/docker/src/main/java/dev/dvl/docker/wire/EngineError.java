package dev.dvl.docker.wire;

import java.io.IOException;

/** The engine answered, and said no. */
public final class EngineError extends IOException {
  private static final long serialVersionUID = 1L;
  private final int status;

  public EngineError(int status, String message) {
    super(message);
    this.status = status;
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
