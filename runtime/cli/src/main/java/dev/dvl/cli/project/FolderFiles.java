package dev.dvl.cli.project;

import dev.dvl.cli.parameters.YamlText;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.lower.input.ProjectFiles;
import dev.dvl.compiler.lower.input.RawInput;
import dev.dvl.stdlib.StandardModules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets a program read text files of its own folder and import modules there and those that come
 * with dvl, and nothing else: no way up, no link that leads out, no device, nothing large.
 *
 * @param called the folder in which dvl was called: names of files are shown from there
 * @param anew texts that modules are to have in the place of those that are written, by the names
 *     under which their files are shown
 */
public record FolderFiles(Path folder, Path called, Map<String, String> anew)
    implements ProjectFiles {
  private static final int LARGEST = 4 << 20;
  private static final long LARGEST_HASHED = 1L << 30;
  private static final int MOST_FILES = 10_000;
  private static final int BUFFER = 1 << 16;
  private static final String SUFFIX = ".dvl";

  public FolderFiles {
    anew = Map.copyOf(anew);
  }

  /** The files as they are written. */
  public FolderFiles(Path folder, Path called) {
    this(folder, called, Map.of());
  }

  @Override
  public String read(String path) throws EvaluationProblem {
    return text(regular(inside(folder, path), path), path);
  }

  @Override
  public List<Text> module(String path) throws EvaluationProblem {
    Path found = inside(folder, path);
    List<Text> texts = new ArrayList<>();
    if (path.endsWith(SUFFIX)) {
      texts.add(module(path, found));
    } else {
      for (String name : modules(found, path)) {
        String file = path.isEmpty() ? name : path + "/" + name;
        texts.add(module(file, inside(folder, file)));
      }
    }
    return texts;
  }

  private Text module(String path, Path file) throws EvaluationProblem {
    String name = new FileNames(called).of(folder.resolve(path));
    String mended = anew.get(name);
    return new Text(path, name, mended == null ? text(regular(file, path), path) : mended);
  }

  @Override
  public Collection<String> in(String path) {
    try (Stream<Path> entries = Files.list(inside(folder, path))) {
      return entries
          .filter(it -> Files.isDirectory(it) || it.toString().endsWith(SUFFIX))
          .map(it -> it.getFileName().toString())
          .toList();
    } catch (IOException | EvaluationProblem e) {
      return List.of();
    }
  }

  @Override
  public Optional<Text> standard(String name) {
    return StandardModules.text(name).map(text -> new Text(name, name, text));
  }

  @Override
  public Collection<String> standard() {
    return StandardModules.names();
  }

  /** The files of a folder that are modules, as with the program's own folder. */
  private static List<String> modules(Path found, String path) throws EvaluationProblem {
    if (!Files.isDirectory(found)) {
      throw new EvaluationProblem("`" + path + "` is no folder, and no file `*.dvl`");
    }
    try (Stream<Path> entries = Files.list(found)) {
      return entries
          .filter(it -> !Files.isDirectory(it))
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(SUFFIX) && !it.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new EvaluationProblem("`" + path + "` cannot be read");
    }
  }

  @Override
  public boolean exists(String path) throws EvaluationProblem {
    return Files.exists(below(folder, path));
  }

  @Override
  public String sha256(String path) throws EvaluationProblem {
    Path file = regular(inside(folder, path), path);
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      long total = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        total += read;
        if (total > LARGEST_HASHED) {
          throw new EvaluationProblem("`" + path + "` is larger than 1 GiB");
        }
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw unreadable(path);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public List<String> list(String path) throws EvaluationProblem {
    Path top = inside(folder, path);
    if (!Files.isDirectory(top)) {
      throw new EvaluationProblem("`" + path + "` is no folder");
    }
    try (Stream<Path> found = Files.walk(top)) {
      List<String> files =
          found
              .filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS))
              .limit(MOST_FILES + 1L)
              .map(it -> slashed(top.relativize(it)))
              .sorted()
              .toList();
      if (files.size() > MOST_FILES) {
        throw new EvaluationProblem("`" + path + "` holds more than " + MOST_FILES + " files");
      }
      return files;
    } catch (IOException e) {
      throw unreadable(path);
    }
  }

  @Override
  public void keepWithin(String module, String path) throws EvaluationProblem {
    Path top = folder.resolve(module);
    if (Files.exists(below(top, path))) {
      inside(top, path);
    }
  }

  @Override
  public RawInput yaml(String text) throws EvaluationProblem {
    return YamlText.read(text);
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static String text(Path file, String path) throws EvaluationProblem {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new EvaluationProblem("`" + path + "` is larger than 4 MB");
      }
      Utf8 text = Utf8.decode(bytes);
      if (text.wrong().isPresent()) {
        throw new EvaluationProblem(
            "`" + path + "` is not UTF-8: byte " + text.wrong().getAsInt() + " is wrong");
      }
      return text.text();
    } catch (IOException e) {
      throw unreadable(path);
    }
  }

  private static Path regular(Path file, String path) throws EvaluationProblem {
    if (!Files.isRegularFile(file)) {
      throw new EvaluationProblem("`" + path + "` is no regular file");
    }
    return file;
  }

  /** What really lies at a path: links are followed, and none leads out of {@code top}. */
  private static Path inside(Path top, String path) throws EvaluationProblem {
    Path wanted = below(top, path);
    try {
      if (!Files.exists(wanted)) {
        throw new EvaluationProblem("there is no file `" + path + "`");
      }
      Path real = wanted.toRealPath();
      if (!real.startsWith(top.toRealPath())) {
        throw new EvaluationProblem("`" + path + "` is a link out of the program's folder");
      }
      return real;
    } catch (IOException e) {
      throw unreadable(path);
    }
  }

  private static Path below(Path top, String path) throws EvaluationProblem {
    try {
      Path home = top.toRealPath();
      Path wanted = home.resolve(path).normalize();
      if (Path.of(path).isAbsolute() || !wanted.startsWith(home)) {
        throw new EvaluationProblem("`" + path + "` lies outside of the program's folder");
      }
      return wanted;
    } catch (InvalidPathException wrong) {
      throw new EvaluationProblem("`" + path + "` is no path");
    } catch (IOException e) {
      throw unreadable(path);
    }
  }

  private static EvaluationProblem unreadable(String path) {
    return new EvaluationProblem("`" + path + "` cannot be read");
  }
}
