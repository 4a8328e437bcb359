package dev.dvl.docker.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that may not go on for ever: beyond its limit it throws a {@link ProtocolError}. Whoever
 * closes it leaves what is below open.
 */
public final class LimitedStream extends FilterInputStream {
  private long left;

  /**
   * @param most bytes that may come at most
   */
  public LimitedStream(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int got = super.read(buffer, offset, length);
    count(Math.max(got, 0));
    return got;
  }

  @Override
  public void close() {}

  private void count(int bytes) throws ProtocolError {
    left -= bytes;
    if (left < 0) {
      throw new ProtocolError("the answer is too long");
    }
  }
}
