package dev.dvl.engine.plan;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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

  /** How long an id is. */
  public static final int LENGTH = 2 * BYTES;

  private static final int MOST_BYTES = 64;

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
   * The id in {@code folder}; empty where there is no file. A problem where it holds anything else
   * or may not be read: a fresh id would leave behind all that the stack made.
   */
  public static Optional<String> read(Path folder) throws IOException {
    Path file = in(folder);
    try {
      boolean regular = Files.readAttributes(file, BasicFileAttributes.class).isRegularFile();
      String id = regular ? start(file) : "";
      if (!ID.matcher(id).matches()) {
        throw new IOException(file + " does not hold 16 hex digits");
      }
      return Optional.of(id);
    } catch (NoSuchFileException none) {
      if (Files.isSymbolicLink(file)) {
        throw new IOException(file + " is a link that leads nowhere", none);
      }
      return Optional.empty();
    }
  }

  private static String start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1).strip();
    }
  }

  /**
   * Writes a fresh id down, whole or not at all. Two first runs at once have an id each: the second
   * one to come here is refused before it has made anything.
   *
   * @throws FileAlreadyExistsException when the file holds another id by now
   */
  public static void write(Path folder, String id) throws IOException {
    Path whole = folder.resolve(NAME + "." + fresh());
    try {
      try (FileOutputStream out = new FileOutputStream(whole.toFile())) {
        out.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
        out.getFD().sync();
      }
      publish(whole, in(folder));
    } catch (FileAlreadyExistsException taken) {
      if (!read(folder).equals(Optional.of(id))) {
        throw taken;
      }
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** By a link, which never replaces anything; some file systems have none. */
  private static void publish(Path whole, Path file) throws IOException {
    try {
      Files.createLink(file, whole);
    } catch (UnsupportedOperationException none) {
      Files.move(whole, file);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (FileSystemException none) {
      Files.move(whole, file);
    }
  }
}
