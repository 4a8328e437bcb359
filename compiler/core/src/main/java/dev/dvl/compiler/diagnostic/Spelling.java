package dev.dvl.compiler.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the name that an author most likely meant. */
public final class Spelling {
  /** Nobody types a name of this length wrong by a letter, and comparing takes its square. */
  private static final int LONGEST = 128;

  private Spelling() {}

  /**
   * The candidate nearest to {@code written}: one edit (a letter put in, left out, changed, or two
   * swapped) for short names, one for every three letters for longer ones. Case counts for nothing.
   */
  public static Optional<String> nearest(String written, Collection<String> candidates) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    int limit = Math.max(1, written.length() / 3);
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - written.length()) <= limit)
        .filter(candidate -> isNear(distance(written, candidate), limit, written))
        .min(
            Comparator.<String>comparingInt(candidate -> distance(written, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** All candidates that are as near to {@code written} as the nearest, once each. */
  static List<String> allNearest(String written, Collection<String> candidates) {
    return nearest(written, candidates)
        .map(nearest -> distance(written, nearest))
        .map(
            least ->
                candidates.stream()
                    .distinct()
                    .filter(it -> Math.abs(it.length() - written.length()) <= least)
                    .filter(it -> distance(written, it) == least)
                    .toList())
        .orElse(List.of());
  }

  /** Of a word of one letter, no other is near. */
  private static boolean isNear(int distance, int limit, String written) {
    return distance <= limit && distance < Math.max(1, written.length());
  }

  /** The sentence that suggests it: {@code There is a kind with a similar name: `volume`.} */
  public static Optional<String> note(String what, String written, Collection<String> candidates) {
    return nearest(written, candidates)
        .map(name -> "There is " + what + " with a similar name: `" + name + "`.");
  }

  private static int distance(String left, String right) {
    int[] before = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      last[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int changed = last[column - 1] + (same(left, row, right, column) ? 0 : 1);
        current[column] = Math.min(changed, 1 + Math.min(last[column], current[column - 1]));
        if (swapped(left, row, right, column)) {
          current[column] = Math.min(current[column], before[column - 2] + 1);
        }
      }
      before = last;
      last = current;
    }
    return last[right.length()];
  }

  private static boolean swapped(String left, int row, String right, int column) {
    return row > 1
        && column > 1
        && same(left, row, right, column - 1)
        && same(left, row - 1, right, column);
  }

  private static boolean same(String left, int row, String right, int column) {
    return Character.toLowerCase(left.charAt(row - 1))
        == Character.toLowerCase(right.charAt(column - 1));
  }
}
