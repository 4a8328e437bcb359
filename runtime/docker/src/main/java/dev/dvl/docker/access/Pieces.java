package dev.dvl.docker.access;

import dev.dvl.docker.wire.ProtocolError;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * What a container writes, handed on at once and byte for byte. Without a terminal the engine sends
 * two streams in one: before each piece stand eight bytes, of which the first says which stream it
 * is from, and the last four how long it is.
 *
 * @param terminal whether the container writes to a terminal, and so in one stream only
 */
record Pieces(InputStream in, boolean terminal, OutputStream out, OutputStream err) {
  private static final int HEAD = 8;
  private static final int PIECE = 32 * 1024;
  private static final int ERRORS = 2;

  /** All of it, up to the end. */
  void handOn() throws IOException, Untaken {
    byte[] buffer = new byte[PIECE];
    if (terminal) {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        take(out, buffer, got);
      }
      return;
    }
    for (byte[] head = in.readNBytes(HEAD); head.length > 0; head = in.readNBytes(HEAD)) {
      piece(head, buffer);
    }
  }

  private void piece(byte[] head, byte[] buffer) throws IOException, Untaken {
    if (head.length < HEAD) {
      throw cutOff();
    }
    if (head[0] < 0 || head[0] > ERRORS) {
      throw new ProtocolError("a piece of a stream belongs to none");
    }
    long left = Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt(HEAD / 2));
    while (left > 0) {
      int got = in.read(buffer, 0, (int) Math.min(left, PIECE));
      if (got < 0) {
        throw cutOff();
      }
      take(head[0] == ERRORS ? err : out, buffer, got);
      left -= got;
    }
  }

  private static EOFException cutOff() {
    return new EOFException("the stream ended in the middle of a piece");
  }

  private static void take(OutputStream to, byte[] bytes, int length) throws Untaken {
    try {
      to.write(bytes, 0, length);
      to.flush();
    } catch (IOException e) {
      throw new Untaken(e);
    }
  }
}
