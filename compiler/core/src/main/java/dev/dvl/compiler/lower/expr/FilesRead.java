package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.lower.input.ProjectFiles;
import dev.dvl.compiler.lower.input.RawInput;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that a program has read, each once. */
public final class FilesRead {
  private final ProjectFiles files;
  private final Map<String, Value> texts = new HashMap<>();
  private final Map<String, String> hashes = new HashMap<>();

  public FilesRead(ProjectFiles files) {
    this.files = files;
  }

  /**
   * The path from the program's folder.
   *
   * @param folder that of the module in which the call stands; none where it comes with dvl
   */
  String within(Optional<String> folder, String path, Span span) throws Failure {
    if (folder.isEmpty()) {
      throw Failure.at(LowerCodes.FILE, span, "a module that comes with dvl reads no files");
    }
    if (folder.get().isEmpty()) {
      return path;
    }
    if (leadsOut(path)) {
      throw Failure.at(LowerCodes.FILE, span, "`" + path + "` lies outside of the module's folder");
    }
    try {
      files.keepWithin(folder.get(), path);
    } catch (EvaluationProblem e) {
      throw Failure.at(LowerCodes.FILE, span, e.getMessage());
    }
    return folder.get() + "/" + path;
  }

  private static boolean leadsOut(String path) {
    int depth = 0;
    for (String part : path.split("/", -1)) {
      depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
      if (depth < 0) {
        return true;
      }
    }
    return path.startsWith("/");
  }

  Value read(String path, Span span) throws Failure {
    Value known = texts.get(path);
    if (known != null) {
      return known;
    }
    Value text = Value.text(asked(() -> files.read(path), span));
    texts.put(path, text);
    return text;
  }

  boolean exists(String path, Span span) throws Failure {
    return asked(() -> files.exists(path), span);
  }

  List<String> list(String folder, Span span) throws Failure {
    return asked(() -> files.list(folder), span);
  }

  String hash(String path, Span span) throws Failure {
    String known = hashes.get(path);
    if (known != null) {
      return known;
    }
    String hash = asked(() -> files.sha256(path), span);
    hashes.put(path, hash);
    return hash;
  }

  /** One fingerprint of a folder: over the name and the fingerprint of each file. */
  String folderHash(String folder, Span span) throws Failure {
    StringBuilder all = new StringBuilder();
    for (String file : list(folder, span)) {
      all.append(hash(folder + "/" + file, span)).append(' ').append(file).append('\n');
    }
    return sha256(Value.text(all.toString()));
  }

  /** Asks whoever has the files. */
  @FunctionalInterface
  private interface Question<T> {
    T answer() throws EvaluationProblem;
  }

  private static <T> T asked(Question<T> question, Span span) throws Failure {
    try {
      return question.answer();
    } catch (EvaluationProblem e) {
      throw Failure.at(LowerCodes.FILE, span, e.getMessage());
    }
  }

  /** What a text of YAML holds. */
  RawInput yaml(String text) throws EvaluationProblem {
    return files.yaml(text);
  }

  /** Path to SHA-256. */
  public Map<String, String> hashes() {
    Map<String, String> all = new HashMap<>(hashes);
    texts.forEach((path, text) -> all.put(path, sha256(text)));
    return all;
  }

  private static String sha256(Value text) {
    try {
      return StandardFunctions.EVALUATOR.apply("sha256", List.of(text))
              instanceof Value.Text(String hash)
          ? hash
          : "";
    } catch (EvaluationProblem e) {
      throw new IllegalStateException("every text has a hash", e);
    }
  }
}
