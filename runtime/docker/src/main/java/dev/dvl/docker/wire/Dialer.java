package dev.dvl.docker.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Opens byte streams to one engine: a unix socket, TCP, TLS, or a channel of another protocol. */
@FunctionalInterface
public interface Dialer {
  Line dial() throws IOException;

  /**
   * Two streams; closing from another thread ends a blocked read on them.
   *
   * @param ending says that nothing more will be written; what comes can still be read
   */
  record Line(InputStream in, OutputStream out, Closeable ending, Closeable handle)
      implements Closeable {
    @Override
    public void close() throws IOException {
      handle.close();
    }
  }
}
