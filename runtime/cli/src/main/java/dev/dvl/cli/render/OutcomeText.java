package dev.dvl.cli.render;

import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.ChangeResult;
import dev.dvl.engine.apply.ApplyReport.Ended;
import dev.dvl.engine.apply.ApplyReport.Extent;
import dev.dvl.engine.apply.ApplyReport.Output;
import dev.dvl.engine.change.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of an apply, for people. */
public final class OutcomeText {
  private static final Map<String, String> PAST =
      Map.of(
          "create", "created",
          "update", "updated",
          "replace", "replaced",
          "destroy", "destroyed",
          "adopt", "adopted",
          "move", "moved",
          "forget", "forgotten",
          "conditional", "looked at again",
          "undecided", "left undecided");

  private OutcomeText() {}

  /** One sentence for each way in which changes ended. */
  public static String summary(ApplyReport report, boolean sandbox, Style style) {
    String where = sandbox ? " on the sandbox: " : ": ";
    StringBuilder text = new StringBuilder();
    text.append(style.bold(head(report) + where + past(report))).append('\n');
    part(text, "Failed: ", report.count(Ended.FAILED), style);
    part(text, "Broken off: ", report.count(OutcomeText::isBrokenOff), style);
    part(text, "Skipped: ", report.count(OutcomeText::isSkipped), style);
    text.append(Leftovers.of(report));
    return text.toString();
  }

  private static String head(ApplyReport report) {
    return switch (report.result()) {
      case DONE -> "Applied";
      case FAILED -> leavesNothing(report) ? "Not applied" : "Applied in part";
      case STALE -> "Not applied";
      case INTERRUPTED -> "Stopped";
    };
  }

  private static boolean leavesNothing(ApplyReport report) {
    return report.count(Ended.DONE).isEmpty() && number(report, Extent.PART).isEmpty();
  }

  /** A change that did not come to its end may have left something all the same. */
  private static String past(ApplyReport report) {
    List<String> parts = new ArrayList<>();
    report
        .count(Ended.DONE)
        .forEach((word, count) -> parts.add(count + " " + PAST.getOrDefault(word, word)));
    number(report, Extent.PART).ifPresent(it -> parts.add(it + " begun and not completed"));
    number(report, Extent.TAKEN_BACK).ifPresent(it -> parts.add(it + " begun and taken back"));
    if (parts.isEmpty()) {
      return report.result() == ApplyReport.Result.DONE
          ? "nothing changed."
          : "no change was completed.";
    }
    return String.join(", ", parts) + ".";
  }

  private static Optional<Long> number(ApplyReport report, Extent extent) {
    long count = report.changes().stream().filter(it -> it.extent() == extent).count();
    return Optional.of(count).filter(it -> it > 0);
  }

  private static boolean isSkipped(ChangeResult change) {
    return change.ended() == Ended.SKIPPED && change.extent() == Extent.NOTHING;
  }

  private static boolean isBrokenOff(ChangeResult change) {
    return change.ended() == Ended.SKIPPED && change.extent() != Extent.NOTHING;
  }

  private static void part(StringBuilder text, String head, Map<String, Long> counts, Style style) {
    if (!counts.isEmpty()) {
      List<String> parts = new ArrayList<>();
      counts.forEach((word, count) -> parts.add(count + " to " + word));
      text.append(style.alarm(head + String.join(", ", parts) + ".")).append('\n');
    }
  }

  /** The outputs, one on a line. */
  public static String outputs(Map<String, Output> outputs) {
    int width = outputs.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    outputs.forEach(
        (name, output) ->
            text.append(SafeText.padded(name, width))
                .append(" = ")
                .append(output.secret() ? "(secret)" : ValueText.of(output.value()))
                .append('\n'));
    return text.toString();
  }
}
