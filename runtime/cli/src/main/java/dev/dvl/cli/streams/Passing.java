package dev.dvl.cli.streams;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Bytes to a stream of the process, at once; says when nobody takes them any more. */
public final class Passing extends OutputStream {
  private final PrintStream to;

  public Passing(PrintStream to) {
    this.to = to;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    to.write(bytes, offset, length);
    flush();
  }

  @Override
  public void flush() throws IOException {
    if (to.checkError()) { // which flushes
      throw new IOException("nobody takes what is written");
    }
  }
}
