package dev.dvl.docker.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A connection that no longer speaks HTTP.
 *
 * @param ending says that nothing more will be written; what comes can still be read
 */
public record Talk(InputStream in, OutputStream out, Closeable ending, Closeable handle)
    implements Closeable {
  @Override
  public void close() throws IOException {
    handle.close();
  }
}
