package dev.dvl.engine.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Records in a file: four bytes of length, four of CRC-32C, then the record.
 *
 * <p>A last record that is not whole is what a crash leaves, and ends the file. A bad record before
 * others is damage: an empty ledger must never be made of it.
 */
final class Frames {
  private static final int HEAD = 8;

  private Frames() {}

  /**
   * What a file holds.
   *
   * @param end where the last whole record ends
   * @param damagedAt the place of a bad record with others behind it
   */
  record Found(List<byte[]> records, int end, Optional<Integer> damagedAt) {}

  static byte[] frame(byte[] record) {
    ByteBuffer frame = ByteBuffer.allocate(HEAD + record.length);
    frame.putInt(record.length).putInt(crc(record, 0, record.length)).put(record);
    return frame.array();
  }

  static Found read(byte[] bytes) {
    List<byte[]> records = new ArrayList<>();
    int at = 0;
    while (isWhole(bytes, at)) {
      int length = ByteBuffer.wrap(bytes).getInt(at);
      byte[] record = new byte[length];
      System.arraycopy(bytes, at + HEAD, record, 0, length);
      records.add(record);
      at += HEAD + length;
    }
    return new Found(records, at, wholeAfter(bytes, at) ? Optional.of(at) : Optional.empty());
  }

  private static boolean isWhole(byte[] bytes, int at) {
    if (bytes.length - at <= HEAD) {
      return false;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int length = buffer.getInt(at);
    return length > 0
        && length <= bytes.length - at - HEAD
        && buffer.getInt(at + 4) == crc(bytes, at + HEAD, length);
  }

  /** Whether any whole record stands behind a place where none does. */
  private static boolean wholeAfter(byte[] bytes, int at) {
    for (int later = at + 1; later < bytes.length - HEAD; later++) {
      if (isWhole(bytes, later)) {
        return true;
      }
    }
    return false;
  }

  private static int crc(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
