package dev.dvl.compiler.lower;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.Function;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files that a program has read, each once. */
final class FilesRead {
  private final ProjectFiles files;
  private final Map<String, Value> texts = new HashMap<>();

  FilesRead(ProjectFiles files) {
    this.files = files;
  }

  Value read(String path, Span span) throws Failure {
    Value known = texts.get(path);
    if (known != null) {
      return known;
    }
    try {
      Value text = Value.text(files.read(path));
      texts.put(path, text);
      return text;
    } catch (EvaluationProblem e) {
      throw Failure.at(LowerCodes.FILE, span, e.getMessage());
    }
  }

  /** Path to SHA-256. */
  Map<String, String> hashes() {
    Map<String, String> hashes = new HashMap<>();
    texts.forEach((path, text) -> hashes.put(path, sha256(text)));
    return hashes;
  }

  private static String sha256(Value text) {
    Function sha256 = StandardFunctions.ALL.get("sha256");
    try {
      return sha256 != null && sha256.apply(List.of(text)) instanceof Value.Text(String hash)
          ? hash
          : "";
    } catch (EvaluationProblem e) {
      throw new IllegalStateException("every text has a hash", e);
    }
  }
}
