package dev.dvl.compiler.format;

import dev.dvl.compiler.source.SourceFile;
import java.util.List;

/** Whether two texts say the same: in the same words and signs, with the same comments. */
final class Sameness {
  private Sameness() {}

  static boolean of(SourceFile one, SourceFile other) {
    return words(one).equals(words(other));
  }

  /** All but what separates: line ends and commas are the form's own. */
  private static List<String> words(SourceFile file) {
    return Leaves.of(file).stream()
        .filter(it -> it.kind() != Leaf.Kind.NEWLINE && it.kind() != Leaf.Kind.COMMA)
        .map(it -> it.text().strip())
        .toList();
  }
}
