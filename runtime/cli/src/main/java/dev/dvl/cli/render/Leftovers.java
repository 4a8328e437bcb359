package dev.dvl.cli.render;

import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.ChangeResult;
import dev.dvl.engine.apply.ApplyReport.Extent;
import dev.dvl.engine.change.Action;
import java.util.List;
import java.util.stream.Collectors;

/**
 * After changes that did not come to their end: what is as it was, what is not, and what the next
 * run does.
 */
final class Leftovers {
  private static final int MOST_NAMED = 10;

  private Leftovers() {}

  /**
   * A line for what was taken back, and one for each change that was not; none where all is well.
   */
  static String of(ApplyReport report) {
    StringBuilder text = new StringBuilder();
    List<ChangeResult> back = all(report, Extent.TAKEN_BACK);
    if (!back.isEmpty()) {
      text.append("As before: ")
          .append(few(back))
          .append(". The next apply begins with ")
          .append(back.size() == 1 ? "it" : "them")
          .append(" anew.\n");
    }
    List<ChangeResult> parts = all(report, Extent.PART);
    parts.stream().limit(MOST_NAMED).forEach(part -> text.append(line(part)));
    if (parts.size() > MOST_NAMED) {
      text.append("Not as before: ").append(parts.size() - MOST_NAMED).append(" more.\n");
    }
    return text.toString();
  }

  private static String line(ChangeResult part) {
    boolean made = part.action() == Action.CREATE;
    return "%s: `%s`, after %s. %s.\n"
        .formatted(
            made ? "Left unfinished" : "Not as before",
            part.address(),
            String.join(", ", part.left()),
            made
                ? "What was made stays, and runs on where it was started, until the next apply"
                    + " finishes it or makes it anew"
                : "The next apply finds out what is missing, and goes on");
  }

  private static String few(List<ChangeResult> changes) {
    String first =
        changes.stream()
            .limit(MOST_NAMED)
            .map(change -> "`" + change.address() + "`")
            .collect(Collectors.joining(", "));
    int more = changes.size() - MOST_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static List<ChangeResult> all(ApplyReport report, Extent extent) {
    return report.changes().stream().filter(change -> change.extent() == extent).toList();
  }
}
