package dev.dvl.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Golden tests: each file of a folder is turned into text, which must be what the file of the same
 * name in another folder holds.
 *
 * <p>A golden that is missing is written, and its test fails, so that somebody reads it before it
 * is kept. With {@code -Ddvl.goldens=write} all are written anew and pass. Ends of lines do not
 * count.
 */
public final class Goldens {
  private final Path inputs;
  private final String inputSuffix;

  private Goldens(Path inputs, String inputSuffix) {
    this.inputs = inputs;
    this.inputSuffix = inputSuffix;
  }

  /** What turns the text of an input into the text of its golden. */
  @FunctionalInterface
  public interface Transformation {
    String apply(Input input) throws Exception;
  }

  /**
   * One file to transform.
   *
   * @param name the name of the file, without folders
   */
  public record Input(String name, String text) {}

  /** The files of a folder, and those below it, whose names end in {@code suffix}. */
  public static Goldens in(Path inputs, String suffix) {
    return new Goldens(inputs, suffix);
  }

  /** A test for each input; its golden stands in {@code expected} under the same path. */
  public Stream<DynamicTest> compare(Path expected, String suffix, Transformation transformation) {
    return files().stream()
        .map(
            file -> {
              Path golden = golden(file, expected, suffix);
              return DynamicTest.dynamicTest(
                  inputs.relativize(file).toString(),
                  file.toUri(),
                  () -> check(golden, normal(transformation.apply(read(file)))));
            });
  }

  /** All inputs, for laws that hold over every one of them. */
  public List<Input> inputs() {
    return files().stream().map(Goldens::read).toList();
  }

  private List<Path> files() {
    try (Stream<Path> found = Files.walk(inputs)) {
      List<Path> files =
          found
              .filter(file -> file.getFileName().toString().endsWith(inputSuffix))
              .sorted()
              .toList();
      assertThat(files).as("files like *%s below %s", inputSuffix, inputs).isNotEmpty();
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path golden(Path file, Path expected, String suffix) {
    String name = inputs.relativize(file).toString();
    return expected.resolve(name.substring(0, name.length() - inputSuffix.length()) + suffix);
  }

  private static Input read(Path file) {
    return new Input(file.getFileName().toString(), text(file));
  }

  private static void check(Path golden, String actual) throws IOException {
    boolean missing = !Files.exists(golden);
    if (missing || "write".equals(System.getProperty("dvl.goldens"))) {
      Files.createDirectories(golden.toAbsolutePath().getParent());
      Files.writeString(golden, actual);
      assertThat(missing && System.getProperty("dvl.goldens") == null)
          .as("%s was missing and has been written: read it, then run again", golden)
          .isFalse();
      return;
    }
    assertThat(actual).as("%s", golden).isEqualTo(normal(text(golden)));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String normal(String text) {
    String unix = text.replace("\r\n", "\n");
    return unix.isEmpty() || unix.endsWith("\n") ? unix : unix + "\n";
  }
}
