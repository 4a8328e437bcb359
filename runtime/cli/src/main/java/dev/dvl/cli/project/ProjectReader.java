package dev.dvl.cli.project;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.parse.SyntaxCodes;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the files of a program: one {@code .dvl} file, or all of a folder (not of folders below
 * it), in the order of their names. What cannot be read is reported; the rest is still read.
 */
public final class ProjectReader {
  private static final int LARGEST_FILE = 64 << 20;
  private static final int MOST_FILES = 10_000;
  private static final String SUFFIX = ".dvl";

  private final Path called;
  private final SourceMap sources = new SourceMap();
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<SourceFile> files = new ArrayList<>();
  private long total;

  private ProjectReader(Path called) {
    this.called = called;
  }

  /**
   * Reads the program at {@code path}.
   *
   * @param called the folder in which dvl was called: names of files are shown from there
   */
  public static Outcome<Project> read(Path path, Path called) {
    ProjectReader reader = new ProjectReader(called);
    boolean folder = Files.isDirectory(path);
    List<Path> found = folder ? reader.in(path) : reader.single(path);
    found.forEach(reader::file);
    reader.nothing(found);
    Path parent = path.toAbsolutePath().getParent();
    Path home = folder || parent == null ? path.toAbsolutePath() : parent;
    return new Outcome<>(
        new Project(home, reader.sources, reader.files), reader.diagnostics.sorted());
  }

  /** Reads one file by itself, which may be empty. */
  public static Outcome<Project> only(Path file, Path called) {
    ProjectReader reader = new ProjectReader(called);
    reader.file(file);
    return reader.outcome(file);
  }

  /** Takes the bytes of a stream for a file that is called {@code name}. */
  public static Outcome<Project> of(String name, byte[] bytes, Path called) {
    ProjectReader reader = new ProjectReader(called);
    reader.text(name, bytes);
    return reader.outcome(called);
  }

  private Outcome<Project> outcome(Path home) {
    return new Outcome<>(new Project(home, sources, files), diagnostics.sorted());
  }

  private List<Path> single(Path path) {
    if (!Files.exists(path)) {
      report(ProjectCodes.UNREADABLE, "There is no file or folder `" + shown(path) + "`.");
      return List.of();
    }
    if (!path.toString().endsWith(SUFFIX)) {
      report(
          ProjectCodes.NO_PROGRAM,
          "`" + shown(path) + "` is no program: the name of one ends in `.dvl`.");
      return List.of();
    }
    return List.of(path);
  }

  private List<Path> in(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> found =
          entries
              .filter(it -> it.toString().endsWith(SUFFIX))
              .filter(it -> !it.getFileName().toString().startsWith("."))
              .filter(it -> !Files.isDirectory(it))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        report(ProjectCodes.NO_PROGRAM, "`" + shown(folder) + "` holds no file `*.dvl`.");
      }
      if (found.size() > MOST_FILES) {
        String count = found.size() + " files, and may hold " + MOST_FILES;
        report(ProjectCodes.TOO_LARGE, "`" + shown(folder) + "` holds " + count + ".");
        return List.of();
      }
      return found;
    } catch (IOException e) {
      unreadable(folder, e);
      return List.of();
    }
  }

  private void file(Path path) {
    if (!Files.isRegularFile(path)) { // a pipe or a device might never end
      report(ProjectCodes.UNREADABLE, "`" + shown(path) + "` is no regular file.");
      return;
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
      total += bytes.length;
      if (total > LARGEST_FILE) {
        report(
            ProjectCodes.TOO_LARGE, "With `" + shown(path) + "` the program is larger than 64 MB.");
      } else {
        text(shown(path), bytes);
      }
    } catch (IOException e) {
      unreadable(path, e);
    }
  }

  private void text(String name, byte[] bytes) {
    Utf8 text = Utf8.decode(bytes);
    SourceFile file = sources.add(name, text.text());
    if (text.wrong().isEmpty()) {
      files.add(file);
      return;
    }
    int at = text.wrong().getAsInt();
    String label = "the byte 0x%02X behind this is not UTF-8".formatted(bytes[at] & 0xFF);
    diagnostics.report(
        Diagnostic.at(SyntaxCodes.NOT_UTF8, Span.at(file.span().end()), label)
            .note("It is byte " + at + " of the file, counted from 0.")
            .note("Programs are UTF-8; save the file as such."));
  }

  private void nothing(List<Path> found) {
    boolean empty = files.stream().allMatch(file -> file.text().isBlank());
    if (!found.isEmpty() && empty && !diagnostics.hasErrors()) {
      report(
          ProjectCodes.EMPTY,
          "`" + shown(found.getFirst()) + "` is empty, and nothing is what it would leave.");
    }
  }

  private void unreadable(Path path, IOException e) {
    report(ProjectCodes.UNREADABLE, "`" + shown(path) + "` cannot be read: " + Reason.of(e) + ".");
  }

  private void report(Code code, String note) {
    diagnostics.report(Diagnostic.without(code, note));
  }

  private String shown(Path path) {
    return shown(path, called);
  }

  /** The name under which people know a file: from where they are, if it is below. */
  static String shown(Path path, Path called) {
    return new FileNames(called).of(path);
  }
}
