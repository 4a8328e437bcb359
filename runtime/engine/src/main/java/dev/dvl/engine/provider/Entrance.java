package dev.dvl.engine.provider;

import java.io.IOException;

/**
 * The way into the machine that a host is on. Nothing is opened before somebody goes in. An {@link
 * IOException} is always one of the caller's own streams.
 */
public interface Entrance {

  /**
   * Runs a command on the machine, or its login shell, and waits for the end.
   *
   * @return the exit code
   * @throws HostProblem when the machine gives no answer, is the wrong one, or lets nobody in
   */
  int run(Errand errand, Streams streams) throws HostProblem, IOException;
}
