package dev.dvl.cli.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lines of a text are still there in another one: lines that stand once in both are matched
 * first, then what is the same right beside matched ones ("patience diff"). Takes about as long as
 * sorting does.
 */
final class LineMatch {
  private final List<String> before;
  private final List<String> after;

  /** For each line of the first text its line in the second, or -1. */
  private final int[] matches;

  private LineMatch(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    this.matches = new int[before.size()];
    Arrays.fill(matches, -1);
  }

  /** Two stretches of lines that are compared with one another. */
  private record Stretch(int from, int to, int otherFrom, int otherTo) {}

  /** A line that stands once in each stretch. */
  private record Anchor(int line, int other) {}

  static int[] of(List<String> before, List<String> after) {
    LineMatch match = new LineMatch(before, after);
    Deque<Stretch> open = new ArrayDeque<>();
    open.push(new Stretch(0, before.size(), 0, after.size()));
    while (!open.isEmpty()) {
      match.compare(match.trimmed(open.pop()), open);
    }
    return match.matches;
  }

  /** Matches what is the same at both ends. */
  private Stretch trimmed(Stretch stretch) {
    int from = stretch.from;
    int other = stretch.otherFrom;
    while (from < stretch.to
        && other < stretch.otherTo
        && before.get(from).equals(after.get(other))) {
      matches[from++] = other++;
    }
    int to = stretch.to;
    int otherTo = stretch.otherTo;
    while (to > from && otherTo > other && before.get(to - 1).equals(after.get(otherTo - 1))) {
      matches[--to] = --otherTo;
    }
    return new Stretch(from, to, other, otherTo);
  }

  private void compare(Stretch stretch, Deque<Stretch> open) {
    int from = stretch.from;
    int other = stretch.otherFrom;
    for (Anchor anchor : rising(anchors(stretch))) {
      matches[anchor.line] = anchor.other;
      open.push(new Stretch(from, anchor.line, other, anchor.other));
      from = anchor.line + 1;
      other = anchor.other + 1;
    }
    if (from > stretch.from) {
      open.push(new Stretch(from, stretch.to, other, stretch.otherTo));
    }
  }

  private List<Anchor> anchors(Stretch stretch) {
    Map<String, Integer> here = once(before, stretch.from, stretch.to);
    Map<String, Integer> there = once(after, stretch.otherFrom, stretch.otherTo);
    List<Anchor> anchors = new ArrayList<>();
    for (int i = stretch.from; i < stretch.to; i++) {
      int line = here.getOrDefault(before.get(i), -1);
      int other = there.getOrDefault(before.get(i), -1);
      if (line >= 0 && other >= 0) {
        anchors.add(new Anchor(line, other));
      }
    }
    return anchors;
  }

  private static Map<String, Integer> once(List<String> lines, int from, int to) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = from; i < to; i++) {
      places.merge(lines.get(i), i, (first, second) -> -1);
    }
    return places;
  }

  /** The longest row of anchors that rises in both texts. */
  private static List<Anchor> rising(List<Anchor> anchors) {
    int[] ends = new int[anchors.size()]; // the anchor that ends the best row of each length
    int[] previous = new int[anchors.size()];
    int length = 0;
    for (int i = 0; i < anchors.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (anchors.get(ends[middle]).other < anchors.get(i).other) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    List<Anchor> row = new ArrayList<>();
    for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = previous[i]) {
      row.add(anchors.get(i));
    }
    return row.reversed();
  }
}
