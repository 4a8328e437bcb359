package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Instance.Update.Order;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the differences of one resource: what they cost, and whether that may be. */
final class Judgement {
  private final Subject subject;
  private final Instance instance;
  private final KindSchema kind;
  private final List<Diagnostic> refused = new ArrayList<>();

  Judgement(Subject subject) {
    this.subject = subject;
    this.instance = subject.instance();
    this.kind = subject.kind();
  }

  Judged of(List<FieldChange> fields) {
    Action action = action(fields);
    refuse(fields, Impact.REFUSE, JudgeCodes.REFUSED, "cannot be changed on what stands there");
    if (!subject.request().options().mayLoseData()) {
      refuseLoss(fields);
    }
    if (action.replaces()) {
      protection().ifPresent(refused::add);
    }
    return new Judged(action, reasons(fields, action), List.copyOf(refused));
  }

  private void refuseLoss(List<FieldChange> fields) {
    refuse(
        fields,
        Impact.REWIND,
        JudgeCodes.DATA_LOSS,
        "changing this goes back to an earlier state, and what happened since is lost");
    refuse(
        fields.stream().filter(field -> !isRemovedPart(field)).toList(),
        Impact.DATA_LOSS,
        JudgeCodes.DATA_LOSS,
        "changing this makes a new " + kind.name() + ", and what is in the old one is lost");
    refuse(
        fields.stream().filter(this::isRemovedPart).toList(),
        Impact.DATA_LOSS,
        JudgeCodes.DATA_LOSS,
        "without this part of the " + kind.name() + " what is in it is lost");
  }

  private Action action(List<FieldChange> fields) {
    Impact dearest =
        fields.stream()
            .filter(field -> !isRemovedPart(field))
            .map(FieldChange::impact)
            .reduce(Impact.NONE, Impact::or);
    if (dearest.compareTo(Impact.REPLACE) < 0) {
      return Action.UPDATE;
    }
    boolean sideBySide =
        instance.common().update().order() == Order.START_FIRST && goingFirst().isEmpty();
    return sideBySide || kind.startsFirst() ? Action.REPLACE_START_FIRST : Action.REPLACE;
  }

  /**
   * Whether a labelled part goes, such as a disk: the object stays, whatever is lost with the part.
   */
  private boolean isRemovedPart(FieldChange field) {
    return field.after().isNull()
        && field.path().steps().size() == 2
        && kind.block(field.path().attribute()).filter(Block::labelled).isPresent();
  }

  /** What the resource holds on to and that goes before its successor comes. */
  private List<Address> goingFirst() {
    return instance.edges().stream()
        .map(Instance.Edge::to)
        .distinct()
        .filter(subject.fates()::goesFirst)
        .filter(to -> instance.values().values().stream().anyMatch(it -> References.to(to, it)))
        .toList();
  }

  private void refuse(List<FieldChange> fields, Impact impact, Code code, String text) {
    fields.stream()
        .filter(field -> field.impact() == impact)
        .forEach(
            field ->
                refused.add(
                    Diagnostic.at(code, instance.originOf(field.path()), text)
                        .note("`" + instance.address() + "." + field.path() + "` differs.")));
  }

  private Optional<Diagnostic> protection() {
    if (!instance.common().protect()) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.at(
                JudgeCodes.PROTECTED, instance.origin(), "this change would replace the resource")
            .note("`" + instance.address() + "` has `protect = true`."));
  }

  private List<String> reasons(List<FieldChange> fields, Action action) {
    List<String> reasons = new ArrayList<>();
    fields.stream()
        .filter(field -> field.impact() == Impact.REWIND)
        .forEach(
            field ->
                reasons.add(
                    "Changing `"
                        + field.path()
                        + "` goes back to the "
                        + kind.name()
                        + "; what happened since is lost."));
    if (action.replaces()) {
      fields.stream()
          .filter(field -> field.impact().compareTo(Impact.REPLACE) >= 0)
          .filter(field -> !isRemovedPart(field))
          .forEach(
              field ->
                  reasons.add("Changing `" + field.path() + "` replaces the " + kind.name() + "."));
    }
    if (instance.common().update().order() == Order.START_FIRST && action == Action.REPLACE) {
      goingFirst()
          .forEach(
              to ->
                  reasons.add(
                      "It stops first, because `" + to + "` goes before its successor comes."));
    }
    return reasons;
  }
}
