package dev.dvl.engine.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file {@code dvl.stack} beside a program: 16 hex digits that say whose the objects are. It is
 * meant to be committed; renaming the module or the folder changes nothing.
 */
public final class StackFile {
  private static final String NAME = "dvl.stack";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
  private static final int BYTES = 8;

  private StackFile() {}

  public static Path in(Path folder) {
    return folder.resolve(NAME);
  }

  public static String fresh() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * The id in {@code folder}; empty where there is no file, a problem where it holds anything else.
   */
  public static Optional<String> read(Path folder) throws IOException {
    Path file = in(folder);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String id = Files.readString(file).strip();
    if (!ID.matcher(id).matches()) {
      throw new IOException(file + " does not hold 16 hex digits");
    }
    return Optional.of(id);
  }

  public static void write(Path folder, String id) throws IOException {
    Files.writeString(in(folder), id + "\n");
  }
}
