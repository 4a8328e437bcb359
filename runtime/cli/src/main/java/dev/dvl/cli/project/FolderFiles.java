package dev.dvl.cli.project;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.lower.ProjectFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Lets a program read text files of its own folder, and nothing else: no way up, no link that leads
 * out, no device, nothing large.
 */
public record FolderFiles(Path folder) implements ProjectFiles {
  private static final int LARGEST = 4 << 20;

  @Override
  public String read(String path) throws EvaluationProblem {
    Path file = inside(path);
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
      throw new EvaluationProblem("`" + path + "` cannot be read");
    }
  }

  private Path inside(String path) throws EvaluationProblem {
    try {
      Path home = folder.toRealPath();
      Path wanted = home.resolve(path).normalize();
      if (Path.of(path).isAbsolute() || !wanted.startsWith(home)) {
        throw new EvaluationProblem("`" + path + "` lies outside of the program's folder");
      }
      if (!Files.exists(wanted)) {
        throw new EvaluationProblem("there is no file `" + path + "`");
      }
      Path real = wanted.toRealPath();
      if (!real.startsWith(home)) {
        throw new EvaluationProblem("`" + path + "` is a link out of the program's folder");
      }
      if (!Files.isRegularFile(real)) {
        throw new EvaluationProblem("`" + path + "` is no regular file");
      }
      return real;
    } catch (InvalidPathException wrong) {
      throw new EvaluationProblem("`" + path + "` is no path");
    } catch (IOException e) {
      throw new EvaluationProblem("`" + path + "` cannot be read");
    }
  }
}
