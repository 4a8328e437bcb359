package dev.dvl.docker.wire;

import java.io.IOException;

/** What came over the connection is not what an engine says: no HTTP, no JSON, no end. */
public final class ProtocolError extends IOException {
  private static final long serialVersionUID = 1L;

  public ProtocolError(String message) {
    super(message);
  }

  public ProtocolError(String message, Throwable cause) {
    super(message, cause);
  }

  /** What is wrong with the answer, as a clause. */
  public String clause() {
    return String.valueOf(getMessage());
  }
}
