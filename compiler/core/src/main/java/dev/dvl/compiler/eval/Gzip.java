package dev.dvl.compiler.eval;

import java.util.zip.Deflater;

/**
 * How large data are behind gzip.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class Gzip {
  /** Ten bytes before what is deflated, and eight behind it. */
  private static final int AROUND = 18;

  private static final int ROOM = 8192;

  private Gzip() {}

  static long size(byte[] data) {
    byte[] room = new byte[ROOM];
    long size = AROUND;
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(data);
      deflater.finish();
      while (!deflater.finished()) {
        size += deflater.deflate(room);
      }
    } finally {
      deflater.end();
    }
    return size;
  }
}
