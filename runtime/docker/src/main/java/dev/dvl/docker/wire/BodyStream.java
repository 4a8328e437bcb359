package dev.dvl.docker.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer within its connection: of known length, in chunks, or up to the end. */
final class BodyStream extends InputStream {
  private final InputStream in;
  private final boolean chunked;

  /** Bytes left of the body or of the chunk; -1 where only the end of the connection tells. */
  private long left;

  private boolean ended;

  private BodyStream(InputStream in, boolean chunked, long left) {
    this.in = in;
    this.chunked = chunked;
    this.left = left;
    this.ended = !chunked && left == 0;
  }

  static BodyStream of(HttpHead head, String method, InputStream in) throws IOException {
    boolean none = method.equals("HEAD") || head.status() == 204 || head.status() == 304;
    if (none) {
      return new BodyStream(in, false, 0);
    }
    return head.says("transfer-encoding", "chunked")
        ? new BodyStream(in, true, 0)
        : new BodyStream(in, false, head.length());
  }

  /** Whether all of it was read, so that the connection can serve another call. */
  boolean complete() {
    return ended && left >= 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (chunked && left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int got = in.read(buffer, offset, left < 0 ? length : (int) Math.min(length, left));
    if (got < 0) {
      return end();
    }
    consumed(got);
    return got;
  }

  private int end() throws EOFException {
    if (left < 0) {
      ended = true;
      return -1;
    }
    throw new EOFException("the engine closed the connection in the middle of an answer");
  }

  private void consumed(int got) throws IOException {
    if (left < 0) {
      return;
    }
    left -= got;
    if (left == 0 && chunked) {
      HttpHead.line(in);
    } else if (left == 0) {
      ended = true;
    }
  }

  private void nextChunk() throws IOException {
    String size = HttpHead.line(in).split(";", 2)[0].strip();
    try {
      left = HttpHead.counted(size, 16);
    } catch (NumberFormatException e) {
      throw new ProtocolError("a chunk of the answer has no size", e);
    }
    if (left == 0) {
      HttpHead.fields(in); // Trailers say nothing that dvl asks for.
      ended = true;
    }
  }
}
