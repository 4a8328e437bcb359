package dev.dvl.docker.build;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a tar archive in the POSIX ustar format, with PAX headers (POSIX.1-2001) for what does not
 * fit: long names, and files of 8 GiB and more. Times are left at zero, so that equal contents make
 * equal archives.
 */
public final class Tar implements Closeable {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final long MOST = 077777777777L;

  private final OutputStream out;

  public Tar(OutputStream out) {
    this.out = out;
  }

  public void file(String name, int mode, int user, int group, byte[] content) throws IOException {
    header(new Entry(name, mode, user, group, content.length, '0', ""));
    out.write(content);
    pad(content.length);
  }

  /** A file of known length; what {@code content} has beyond it is left. */
  public void file(String name, int mode, long length, InputStream content) throws IOException {
    header(new Entry(name, mode, 0, 0, length, '0', ""));
    byte[] buffer = new byte[32 * 1024];
    long left = length;
    while (left > 0) {
      int got = content.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (got < 0) {
        throw new IOException("`" + name + "` became shorter while it was read");
      }
      out.write(buffer, 0, got);
      left -= got;
    }
    pad(length);
  }

  public void folder(String name, int mode) throws IOException {
    header(new Entry(name + "/", mode, 0, 0, 0, '5', ""));
  }

  public void link(String name, String target) throws IOException {
    header(new Entry(name, 0777, 0, 0, 0, '2', target));
  }

  /** Ends the archive; the stream stays open. */
  @Override
  public void close() throws IOException {
    out.write(new byte[2 * BLOCK]);
    out.flush();
  }

  private record Entry(
      String name, int mode, int user, int group, long length, char type, String target) {
    boolean fits() {
      return bytes(name).length <= NAME && bytes(target).length <= NAME && length <= MOST;
    }
  }

  private void header(Entry entry) throws IOException {
    if (!entry.fits()) {
      byte[] records = records(entry);
      block(new Entry("pax", 0644, 0, 0, records.length, 'x', ""));
      out.write(records);
      pad(records.length);
    }
    block(entry);
  }

  private static byte[] records(Entry entry) {
    String records =
        record("path", entry.name())
            + (entry.target().isEmpty() ? "" : record("linkpath", entry.target()))
            + record("size", Long.toString(entry.length()));
    return bytes(records);
  }

  /** {@code LENGTH KEY=VALUE\n}, where the length counts itself. */
  private static String record(String key, String value) {
    String rest = " " + key + "=" + value + "\n";
    int length = bytes(rest).length;
    int whole = length + Integer.toString(length).length();
    if (Integer.toString(whole).length() > Integer.toString(length).length()) {
      whole++;
    }
    return whole + rest;
  }

  private void block(Entry entry) throws IOException {
    byte[] block = new byte[BLOCK];
    put(block, 0, NAME, bytes(entry.name()));
    octal(block, 100, 8, entry.mode());
    octal(block, 108, 8, entry.user());
    octal(block, 116, 8, entry.group());
    octal(block, 124, 12, Math.min(entry.length(), MOST));
    octal(block, 136, 12, 0);
    Arrays.fill(block, 148, 156, (byte) ' ');
    block[156] = (byte) entry.type();
    put(block, 157, NAME, bytes(entry.target()));
    put(block, 257, 8, bytes("ustar\00000"));
    int sum = 0;
    for (byte one : block) {
      sum += one & 0xff;
    }
    put(block, 148, 8, bytes("%06o\0 ".formatted(sum)));
    out.write(block);
  }

  private static void octal(byte[] block, int offset, int length, long value) {
    String digits = Long.toOctalString(value);
    put(block, offset, length, bytes("0".repeat(length - 1 - digits.length()) + digits));
  }

  private static void put(byte[] block, int offset, int length, byte[] bytes) {
    System.arraycopy(bytes, 0, block, offset, Math.min(length, bytes.length));
  }

  private void pad(long length) throws IOException {
    int over = (int) (length % BLOCK);
    if (over > 0) {
      out.write(new byte[BLOCK - over]);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
