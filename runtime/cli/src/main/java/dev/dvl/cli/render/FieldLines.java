package dev.dvl.cli.render;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.diff.FieldDifference;
import dev.dvl.engine.plan.PlannedChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The fields of one change, one under the other: name, value before, value after. */
final class FieldLines {
  private static final String INDENT = "      ";
  private static final String HIDDEN = "(secret)";
  private static final int WIDEST_NAME = 32;

  private final PlannedChange change;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  private FieldLines(PlannedChange change, Style style) {
    this.change = change;
    this.style = style;
  }

  static List<String> of(PlannedChange change, Style style) {
    FieldLines lines = new FieldLines(change, style);
    int width =
        change.fields().stream()
            .mapToInt(field -> field.path().toString().length())
            .filter(length -> length <= WIDEST_NAME)
            .max()
            .orElse(0);
    change.fields().stream()
        .sorted(Comparator.comparing(FieldChange::path))
        .forEach(field -> lines.add(field, width));
    return lines.lines;
  }

  private void add(FieldChange field, int width) {
    String name = INDENT + SafeText.padded(field.path().toString(), width);
    List<String> after = field.secret() ? List.of(HIDDEN) : ValueLines.of(field.after());
    if (change.action() == Action.CREATE) {
      lines.add(name + " = " + after.getFirst());
      after.stream().skip(1).forEach(line -> lines.add(INDENT + line));
    } else {
      both(name, field, field.secret() ? hidden(field.before()) : before(field.before()), after);
    }
  }

  private void both(String name, FieldChange field, List<String> before, List<String> after) {
    if (before.size() == 1 && after.size() == 1) {
      String values = before.getFirst() + style.faint(" -> ") + after.getFirst();
      lines.add(name + "  " + values + mark(field));
      return;
    }
    lines.add(name + mark(field));
    before.forEach(line -> lines.add(INDENT + "   " + line));
    lines.add(INDENT + style.faint("-> ") + after.getFirst());
    after.stream().skip(1).forEach(line -> lines.add(INDENT + "   " + line));
  }

  /** Of what a platform does not show, only a fingerprint is known. */
  private static List<String> before(Value value) {
    return value.equals(FieldDifference.Field.HIDDEN)
        ? List.of("(not readable)")
        : ValueLines.of(value);
  }

  private static List<String> hidden(Value before) {
    return List.of(before.isNull() ? "null" : HIDDEN);
  }

  private String mark(FieldChange field) {
    boolean plain = field.impact() == Impact.NONE;
    return plain
        ? ""
        : "  " + style.impact(field.impact(), "(" + ImpactWords.of(field.impact()) + ")");
  }
}
