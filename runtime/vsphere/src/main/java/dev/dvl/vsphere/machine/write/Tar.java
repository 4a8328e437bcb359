package dev.dvl.vsphere.machine.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Unpacks the plain files of a tar archive, as OVA files are: POSIX ustar, of which the OVF
 * standard (DMTF DSP0243, section 5.3) allows no folders.
 */
final class Tar {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE = 12;
  private static final int TYPE_AT = 156;

  private Tar() {}

  /** The names of the files, in their order. */
  static List<String> unpack(InputStream in, Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    byte[] header = in.readNBytes(BLOCK);
    while (header.length == BLOCK && header[0] != 0) {
      String name = text(header, 0, NAME);
      long size = size(header);
      if (header[TYPE_AT] == '0' || header[TYPE_AT] == 0) {
        Path target = folder.resolve(name).normalize();
        if (!folder.equals(target.getParent())) {
          throw new IOException("the file `" + name + "` in it does not stay in its folder.");
        }
        try (OutputStream out = Files.newOutputStream(target)) {
          copy(in, out, size);
        }
        names.add(name);
      } else {
        in.skipNBytes(size);
      }
      in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
      header = in.readNBytes(BLOCK);
    }
    return names;
  }

  private static void copy(InputStream in, OutputStream out, long size) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = size;
    while (left > 0) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new IOException("it ends too early.");
      }
      out.write(buffer, 0, count);
      left -= count;
    }
  }

  /**
   * Octal digits, or a number in binary where the first bit is set, as GNU tar writes large ones.
   */
  private static long size(byte[] header) throws IOException {
    if (header[SIZE_AT] < 0) {
      byte[] number = Arrays.copyOfRange(header, SIZE_AT + 4, SIZE_AT + SIZE);
      return java.nio.ByteBuffer.wrap(number).getLong();
    }
    String digits = text(header, SIZE_AT, SIZE).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException wrong) {
      throw new IOException("it is no tar archive.", wrong);
    }
  }

  private static String text(byte[] header, int at, int length) {
    int end = at;
    while (end < at + length && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.UTF_8);
  }
}
