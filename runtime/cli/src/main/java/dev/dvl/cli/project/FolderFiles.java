package dev.dvl.cli.project;

import dev.dvl.cli.parameters.YamlText;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.lower.ProjectFiles;
import dev.dvl.compiler.lower.RawInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets a program read files of its own folder, and nothing else: no way up, no link that leads out,
 * no device, nothing large.
 */
public record FolderFiles(Path folder) implements ProjectFiles {
  private static final int LARGEST = 4 << 20;
  private static final long LARGEST_HASHED = 1L << 30;
  private static final int MOST_FILES = 10_000;
  private static final int BUFFER = 1 << 16;

  @Override
  public String read(String path) throws EvaluationProblem {
    Path file = regular(path);
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

  @Override
  public boolean exists(String path) throws EvaluationProblem {
    return Files.exists(below(path));
  }

  @Override
  public String sha256(String path) throws EvaluationProblem {
    Path file = regular(path);
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
    Path top = inside(path);
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
  public RawInput yaml(String text) throws EvaluationProblem {
    return YamlText.read(text);
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private Path regular(String path) throws EvaluationProblem {
    Path real = inside(path);
    if (!Files.isRegularFile(real)) {
      throw new EvaluationProblem("`" + path + "` is no regular file");
    }
    return real;
  }

  /** What a path leads to, links followed, none of which leads out. */
  private Path inside(String path) throws EvaluationProblem {
    Path wanted = below(path);
    try {
      if (!Files.exists(wanted)) {
        throw new EvaluationProblem("there is no file `" + path + "`");
      }
      Path real = wanted.toRealPath();
      if (!real.startsWith(folder.toRealPath())) {
        throw new EvaluationProblem("`" + path + "` is a link out of the program's folder");
      }
      return real;
    } catch (IOException e) {
      throw unreadable(path);
    }
  }

  private Path below(String path) throws EvaluationProblem {
    try {
      Path home = folder.toRealPath();
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
