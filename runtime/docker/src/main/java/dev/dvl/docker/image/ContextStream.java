package dev.dvl.docker.image;

import dev.dvl.docker.build.ContextTar;
import dev.dvl.engine.local.BuildContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A build context that is packed while it is sent. Where that goes wrong the stream breaks off and
 * does not end: an engine takes an archive that just stops for a whole one.
 */
final class ContextStream extends FilterInputStream {
  private static final int PIPE = 256 * 1024;

  private volatile @Nullable IOException failure;

  private ContextStream(PipedInputStream in) {
    super(in);
  }

  /**
   * Starts to pack.
   *
   * @param planned the digest of the files that the build was planned with
   */
  static ContextStream of(BuildContext context, Optional<String> planned) throws IOException {
    PipedInputStream in = new PipedInputStream(PIPE);
    PipedOutputStream out = new PipedOutputStream(in);
    ContextStream stream = new ContextStream(in);
    Thread.ofVirtual().name("build context").start(() -> stream.pack(context, planned, out));
    return stream;
  }

  /** What went wrong on this side. */
  Optional<String> failure() {
    return Optional.ofNullable(failure).map(Throwable::getMessage);
  }

  @Override
  public int read() throws IOException {
    return checked(super.read());
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return checked(super.read(buffer, offset, length));
  }

  /** Closing has the other side give up, which is no failure. */
  private void pack(BuildContext context, Optional<String> planned, PipedOutputStream out) {
    try (out) {
      try {
        ContextTar.write(context, out, planned);
      } catch (IOException e) {
        failure = e;
      }
    } catch (IOException e) {
      // Nobody reads any more.
    }
  }

  private int checked(int got) throws IOException {
    IOException found = failure;
    if (got < 0 && found != null) {
      throw new IOException(found.getMessage(), found);
    }
    return got;
  }
}
