package dev.dvl.cli.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Texts as they were, in files under {@code snapshots/} beside the program. The name of a file
 * comes from the title of its test, and is another one for each title. A program that is one file
 * of several has a folder there.
 *
 * @param project the program's folder
 * @param below the folders in it, from the outside in
 * @param update whether what differs is written anew
 */
public record Snapshots(Path project, List<String> below, boolean update) {
  private static final String FOLDER = "snapshots";
  private static final String MAIN = "main";
  private static final int LONGEST = 60;
  private static final int HASH = 8;

  /** What came of a comparison. */
  sealed interface Compared {
    /** It is as it was. */
    record Same() implements Compared {}

    /** There was none, or it was to be written anew. */
    record Written(String file) implements Compared {}

    /** It is another; {@code diff} says where. */
    record Differs(String file, String diff) implements Compared {}
  }

  public Snapshots {
    below = List.copyOf(below);
  }

  /** The snapshots of a program that is a whole folder. */
  public static Snapshots of(Path project, boolean update) {
    return new Snapshots(project, List.of(FOLDER), update);
  }

  /** The snapshots of a program that is one file; {@code main.dvl} stands for its folder. */
  public static Snapshots ofFile(Path project, String file, boolean update) {
    String name = file.replaceAll("\\.dvl$", "");
    return name.equals(MAIN)
        ? of(project, update)
        : new Snapshots(project, List.of(FOLDER, name), update);
  }

  /**
   * Compares, and writes what is missing.
   *
   * @param number which of the snapshots of its test it is, from 1
   */
  Compared compare(String title, int number, String text) throws IOException {
    String shown = file(title, number);
    Path file = project.resolve(shown);
    refuseLinks(file);
    Optional<String> before =
        Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    if (before.filter(it -> it.replace("\r\n", "\n").equals(text)).isPresent()) {
      return new Compared.Same();
    }
    if (before.isEmpty() || update) {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
      return new Compared.Written(shown);
    }
    return new Compared.Differs(shown, LineDiff.of(before.get(), text));
  }

  /** The file of a snapshot, from the program's folder. */
  String file(String title, int number) {
    String name = name(title) + (number == 1 ? "" : "." + number) + ".txt";
    return String.join("/", below) + "/" + name;
  }

  private void refuseLinks(Path file) throws IOException {
    Path at = project;
    for (Path part : project.relativize(file)) {
      at = at.resolve(part);
      if (Files.isSymbolicLink(at)) {
        throw new IOException("it is a link, which could lead anywhere");
      }
    }
  }

  /** Words of letters and digits as they are; whatever else is told apart by a hash. */
  static String name(String title) {
    String plain =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String shorter = plain.substring(0, Math.min(LONGEST, plain.length()));
    boolean told = shorter.replace('-', ' ').equals(title);
    return told ? shorter : shorter + (shorter.isEmpty() ? "" : "-") + hash(title);
  }

  private static String hash(String title) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(title.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all).substring(0, HASH);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
