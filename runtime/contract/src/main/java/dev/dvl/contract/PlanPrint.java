package dev.dvl.contract;

import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.ValueText;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import java.util.stream.Collectors;

/** Plans as text for goldens: every change with its fields, every op with its needs, outputs. */
public final class PlanPrint {
  private PlanPrint() {}

  public static String of(Plan plan) {
    StringBuilder out = new StringBuilder();
    plan.changes().forEach(change -> change(change, out));
    plan.ops().forEach(op -> op(op, out));
    plan.outputs().forEach(output -> output(output, out));
    return out.append("unchanged ").append(plan.unchanged()).append('\n').toString();
  }

  private static void change(PlannedChange change, StringBuilder out) {
    out.append(change.action().sign())
        .append(' ')
        .append(change.kind())
        .append(' ')
        .append(change.address())
        .append(" (")
        .append(change.impact().word())
        .append(")\n");
    change.reasons().forEach(reason -> out.append("    ").append(reason).append('\n'));
    change.fields().forEach(field -> field(field, out));
  }

  private static void field(FieldChange field, StringBuilder out) {
    out.append("    ").append(field.path()).append(": ");
    if (!field.before().isNull()) {
      out.append(ValueText.of(field.before())).append(" -> ");
    }
    out.append(ValueText.of(field.after())).append('\n');
  }

  private static void op(Op op, StringBuilder out) {
    out.append("op ")
        .append(op.id())
        .append(' ')
        .append(op.role().word())
        .append(": ")
        .append(op.call());
    if (!op.needs().isEmpty()) {
      out.append(" after ")
          .append(
              op.needs().stream()
                  .map(
                      need ->
                          need.on() == Op.On.DONE ? need.op() : need.on().word() + " " + need.op())
                  .collect(Collectors.joining(", ")));
    }
    out.append(op.commits() ? " commits" : "");
    out.append(op.reaches().map(state -> " reaches " + state).orElse(""));
    out.append(op.guard().map(PlanPrint::guard).orElse("")).append('\n');
  }

  private static void output(Plan.PlannedOutput output, StringBuilder out) {
    String value = output.secret() ? "(secret)" : ValueText.of(output.value());
    out.append("output ").append(output.name()).append(" = ").append(value).append('\n');
  }

  private static String guard(Op.Guard guard) {
    return switch (guard) {
      case Op.Guard.Free(String kind, String name) -> " if free " + name;
      case Op.Guard.Unchanged unchanged ->
          " if unchanged " + String.join(" ", unchanged.attributes());
    };
  }
}
