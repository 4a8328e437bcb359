package dev.dvl.cli.streams;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Lines of one of several writers, each behind that one's name and written whole. */
public final class Prefixed extends OutputStream {
  private static final int LONGEST = 64 * 1024;

  private final byte[] prefix;
  private final OutputStream to;
  private final Object lock;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /**
   * @param lock the same for all writers to one place
   */
  public Prefixed(String prefix, OutputStream to, Object lock) {
    this.prefix = prefix.getBytes(StandardCharsets.UTF_8);
    this.to = to;
    this.lock = lock;
  }

  @Override
  public void write(int one) throws IOException {
    line.write(one);
    if (one == '\n' || line.size() >= LONGEST) {
      say();
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(bytes[i]);
    }
  }

  private void say() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(prefix);
    line.writeTo(whole);
    byte[] bytes = whole.toByteArray();
    if (bytes[bytes.length - 1] != '\n') {
      whole.write('\n');
    }
    line.reset();
    synchronized (lock) {
      to.write(whole.toByteArray());
      to.flush();
    }
  }

  /** Says the last line, which may lack its end; the stream behind it stays open. */
  @Override
  public void close() throws IOException {
    if (line.size() > 0) {
      say();
    }
  }
}
