package dev.dvl.docker.kind;

import com.github.dockerjava.api.exception.DockerException;

/** Calls that have nothing to do when their effect is there already. */
public final class Repeatable {
  private Repeatable() {}

  /** Makes the call; an answer with {@code status} means that there was nothing to do. */
  public static void once(int status, Runnable call) {
    try {
      call.run();
    } catch (DockerException e) {
      if (e.getHttpStatus() != status) {
        throw e;
      }
    }
  }
}
