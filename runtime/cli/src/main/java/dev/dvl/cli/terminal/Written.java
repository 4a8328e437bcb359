package dev.dvl.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * A stream of the process that remembers whether what was written to it got lost. A reader that
 * went away wanted no more, so that nothing is lost then.
 */
public final class Written extends FileOutputStream {
  private static final String READER_LEFT = "Broken pipe";

  private boolean lost;

  public Written(FileDescriptor descriptor) {
    super(descriptor);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      super.write(bytes, offset, length);
    } catch (IOException problem) {
      lost |= !READER_LEFT.equals(problem.getMessage());
      throw problem;
    }
  }

  /** Whether something that a reader still wanted did not get there. */
  public boolean isLost() {
    return lost;
  }
}
