package dev.dvl.cli.worlds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Puts new ids into the files that dvl wrote, and leaves all else as it was. Written apart from the
 * code of dvl on purpose: it knows the forms of these files as they were, not as they are now.
 */
final class KeptFiles {
  /** Stands in a kept plan for the folder of the program. */
  static final String FOLDER = "@FOLDER@";

  private static final int FRAME_HEAD = 8;
  private static final String SUM = "\"sha256\":\"[0-9a-f]{64}\"";

  private KeptFiles() {}

  static void rename(Path ledger, Renamed renamed) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(ledger)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      boolean frames = file.getFileName().toString().equals("journal");
      Files.write(file, frames ? journal(bytes, renamed) : renamed.in(bytes));
    }
  }

  /** Four bytes of length, four of CRC-32C, then the record; over and over. */
  private static byte[] journal(byte[] bytes, Renamed renamed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    while (in.hasRemaining()) {
      byte[] record = new byte[in.getInt()];
      in.getInt();
      in.get(record);
      byte[] now = renamed.in(record);
      CRC32C crc = new CRC32C();
      crc.update(now);
      ByteBuffer frame = ByteBuffer.allocate(FRAME_HEAD + now.length);
      out.writeBytes(frame.putInt(now.length).putInt((int) crc.getValue()).put(now).array());
    }
    return out.toByteArray();
  }

  /** A saved plan as it would have been for another folder and other ids, sealed again. */
  static String plan(String kept, Path folder, Renamed renamed) {
    String text = renamed.in(kept).replace(FOLDER, folder.toString());
    int body = text.indexOf('\n') + 1;
    String seal = "\"sha256\":\"" + sum(text.substring(body)) + "\"";
    return text.substring(0, body).replaceFirst(SUM, seal) + text.substring(body);
  }

  private static String sum(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
