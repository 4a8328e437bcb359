package dev.dvl.cli.render;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts as {@code patch} and {@code git apply} read it. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final StringBuilder out = new StringBuilder();
  private final List<Line> lines;

  private UnifiedDiff(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * A line of either text, or of both.
   *
   * @param sign a space, {@code -} or {@code +}
   * @param before how many lines of the first text come before it, {@code after} of the second
   */
  private record Line(char sign, String text, int before, int after) {}

  /** The difference, with {@code name} for both texts; empty where there is none. */
  public static String of(String name, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    UnifiedDiff diff = new UnifiedDiff(merged(split(before), split(after)));
    boolean below = !name.startsWith("/") && !name.startsWith("<");
    diff.out.append("--- ").append(below ? "a/" : "").append(name).append('\n');
    diff.out.append("+++ ").append(below ? "b/" : "").append(name).append('\n');
    diff.hunks();
    return diff.out.toString();
  }

  /** Lines with their ends. */
  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, to));
      from = to;
    }
    return lines;
  }

  private static List<Line> merged(List<String> before, List<String> after) {
    int[] matches = LineMatch.of(before, after);
    List<Line> lines = new ArrayList<>();
    int other = 0;
    for (int i = 0; i < matches.length; i++) {
      while (matches[i] >= 0 && other < matches[i]) {
        lines.add(new Line('+', after.get(other), i, other++));
      }
      boolean same = matches[i] >= 0;
      lines.add(new Line(same ? ' ' : '-', before.get(i), i, other));
      other += same ? 1 : 0;
    }
    while (other < after.size()) {
      lines.add(new Line('+', after.get(other), before.size(), other++));
    }
    return lines;
  }

  private void hunks() {
    int done = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).sign != ' ') {
        int from = Math.max(done, i - CONTEXT);
        i = lastOfHunk(i);
        done = Math.min(lines.size(), i + 1 + CONTEXT);
        hunk(lines.subList(from, done));
      }
    }
  }

  /** The last changed line that is near enough to the one at {@code first}, and so on. */
  private int lastOfHunk(int first) {
    int last = first;
    for (int i = first; i < lines.size() && i - last <= 2 * CONTEXT; i++) {
      last = lines.get(i).sign != ' ' ? i : last;
    }
    return last;
  }

  private void hunk(List<Line> hunk) {
    long added = hunk.stream().filter(line -> line.sign == '+').count();
    long removed = hunk.stream().filter(line -> line.sign == '-').count();
    long kept = hunk.size() - added - removed;
    out.append("@@ -").append(range(hunk.getFirst().before, kept + removed));
    out.append(" +").append(range(hunk.getFirst().after, kept + added)).append(" @@\n");
    for (Line line : hunk) {
      out.append(line.sign).append(line.text);
      if (!line.text.endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }

  /** Lines count from 1; of no lines, the one before them is named. */
  private static String range(int before, long count) {
    return (count == 0 ? before : before + 1) + (count == 1 ? "" : "," + count);
  }
}
