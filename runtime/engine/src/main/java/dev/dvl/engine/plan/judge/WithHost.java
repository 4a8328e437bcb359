package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the end of a machine, or a stop of it, means for a resource that stands on it.
 *
 * @param machine what the host of the resource is made by
 */
record WithHost(Subject subject, Address machine) {

  /**
   * It is made on a host that is new. What it had on the machine before ends with that, without a
   * call.
   */
  Verdict.Ruling anew(Optional<Live> lost) {
    Decision made = new Verdict(subject).create();
    if (lost.isEmpty()) {
      return new Verdict.Ruling(Optional.of(made), List.of(), List.of());
    }
    LostInside inside = inside(lost.get());
    Change change =
        made.change()
            .costing(HeldData.removing(subject.kind()))
            .because(
                "`%s` goes with `%s`, which is made anew, and is made again there."
                    .formatted(lost.get().ref().name(), machine));
    Change priced = inside.priced(change);
    return new Verdict.Ruling(
        Optional.of(new Decision(made.id(), priced)), List.of(), refused(priced.impact(), inside));
  }

  private LostInside inside(Live lost) {
    Change end =
        Removals.end(
            subject.host(),
            subject.address(),
            lost,
            subject.kind(),
            Action.DESTROY,
            HeldData.removing(subject.kind()));
    return LostInside.of(end, new HostFates(subject.fates()));
  }

  private List<Diagnostic> refused(Impact impact, LostInside inside) {
    List<Diagnostic> refused = new ArrayList<>();
    if (impact == Impact.DATA_LOSS && !subject.request().options().mayLoseData()) {
      Diagnostic refusal =
          Diagnostic.at(
              JudgeCodes.DATA_LOSS,
              subject.instance().origin(),
              "this goes with `" + machine + "`, and what is in it is lost");
      refused.add(inside.onto(refusal).note(Loss.AGREE));
    }
    if (subject.instance().common().protect()) {
      refused.add(
          Diagnostic.at(
              JudgeCodes.PROTECTED,
              subject.instance().origin(),
              "this goes with `" + machine + "`, which is made anew"));
    }
    return refused;
  }

  /** What runs stops with the machine and comes back after it, whether it changes or not. */
  Verdict.Ruling stopped(Optional<Live> object, Verdict.Ruling ruling) {
    boolean runs = subject.kind().state("started").isPresent();
    if (!runs || object.isEmpty()) {
      return ruling;
    }
    String reason = "It stops with `" + machine + "`, and comes back.";
    Optional<Decision> decided = ruling.decision();
    return decided.isPresent() && decided.get().change().action() != Action.CONDITIONAL
        ? new Verdict.Ruling(
            decided.map(it -> new Decision(it.id(), it.change().because(reason))),
            ruling.notes(),
            ruling.diagnostics())
        : new Verdict.Ruling(
            Optional.of(new Restarts(subject).restarted(object.get(), reason, decided)),
            ruling.notes(),
            ruling.diagnostics());
  }
}
