package dev.dvl.cli.testing;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line: {@code -} is gone, {@code +} is new. */
final class LineDiff {
  private static final int AROUND = 2;

  /** More pairs of lines than this are not compared: then all of the middle has changed. */
  private static final long MOST_PAIRS = 4_000_000;

  private final List<String> before;
  private final List<String> after;
  private final List<String> lines = new ArrayList<>();

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  static String of(String before, String after) {
    LineDiff diff = new LineDiff(before.lines().toList(), after.lines().toList());
    diff.compare();
    return String.join("\n", diff.near());
  }

  private void compare() {
    int start = 0;
    int least = Math.min(before.size(), after.size());
    while (start < least && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start && fromEnd(before, end).equals(fromEnd(after, end))) {
      end++;
    }
    before.subList(0, start).forEach(line -> add(' ', line));
    middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
    before.subList(before.size() - end, before.size()).forEach(line -> add(' ', line));
  }

  private static String fromEnd(List<String> all, int index) {
    return all.get(all.size() - 1 - index);
  }

  private void middle(List<String> left, List<String> right) {
    if ((long) left.size() * right.size() > MOST_PAIRS) {
      left.forEach(line -> add('-', line));
      right.forEach(line -> add('+', line));
      return;
    }
    int[][] common = common(left, right);
    int at = 0;
    int to = 0;
    while (at < left.size() || to < right.size()) {
      if (at < left.size() && to < right.size() && left.get(at).equals(right.get(to))) {
        add(' ', left.get(at++));
        to++;
      } else if (to == right.size()
          || (at < left.size() && common[at + 1][to] >= common[at][to + 1])) {
        add('-', left.get(at++));
      } else {
        add('+', right.get(to++));
      }
    }
  }

  /** The length of the longest common part of what is left from each pair of lines on. */
  private static int[][] common(List<String> left, List<String> right) {
    int[][] common = new int[left.size() + 1][right.size() + 1];
    for (int at = left.size() - 1; at >= 0; at--) {
      for (int to = right.size() - 1; to >= 0; to--) {
        common[at][to] =
            left.get(at).equals(right.get(to))
                ? common[at + 1][to + 1] + 1
                : Math.max(common[at + 1][to], common[at][to + 1]);
      }
    }
    return common;
  }

  private void add(char sign, String line) {
    lines.add(line.isEmpty() && sign == ' ' ? "" : sign + " " + line);
  }

  /** The lines that differ, and a few around them. */
  private List<String> near() {
    List<String> near = new ArrayList<>();
    int last = -1;
    for (int line = 0; line < lines.size(); line++) {
      if (isNear(line)) {
        if (last >= 0 && line > last + 1) {
          near.add("...");
        }
        near.add(lines.get(line));
        last = line;
      }
    }
    return near;
  }

  private boolean isNear(int line) {
    int from = Math.max(0, line - AROUND);
    int to = Math.min(lines.size(), line + AROUND + 1);
    return lines.subList(from, to).stream()
        .anyMatch(it -> it.startsWith("-") || it.startsWith("+"));
  }
}
