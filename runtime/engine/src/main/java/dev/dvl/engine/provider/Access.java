package dev.dvl.engine.provider;

import dev.dvl.engine.live.Ref;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What people do by hand with objects that run on a host: read what they write, and run commands in
 * them. No part of any plan; safe for many threads. An {@link IOException} is always one of the
 * caller's own streams, which take or give no more.
 */
public interface Access {

  /**
   * Hands on what an object has written, as it was written, what it calls errors apart. Ends when
   * there is no more, or the object ends.
   *
   * @throws HostProblem when the object is not there, or what it writes is kept where the host
   *     cannot read it
   */
  void logs(Ref object, LogsAsked asked, OutputStream out, OutputStream err)
      throws HostProblem, IOException;

  /**
   * Runs a command in an object, and waits for its end.
   *
   * @return the command's exit code
   * @throws HostProblem when the object does not run, or the command could not be begun
   */
  int run(Ref object, Errand errand, Streams streams) throws HostProblem, IOException;
}
