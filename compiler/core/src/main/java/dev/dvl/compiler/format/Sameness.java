package dev.dvl.compiler.format;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Whether two texts say the same: in the same words and signs, with the same comments. */
final class Sameness {
  private Sameness() {}

  static boolean of(List<Leaf> one, List<Leaf> other) {
    Iterator<String> left = words(one).iterator();
    Iterator<String> right = words(other).iterator();
    boolean same = true;
    while (same && left.hasNext() && right.hasNext()) {
      same = left.next().equals(right.next());
    }
    return same && left.hasNext() == right.hasNext();
  }

  /** All but what separates: line ends and commas are the form's own. */
  private static Stream<String> words(List<Leaf> leaves) {
    return leaves.stream()
        .filter(it -> it.kind() != Leaf.Kind.NEWLINE && it.kind() != Leaf.Kind.COMMA)
        .map(it -> it.text().strip());
  }
}
