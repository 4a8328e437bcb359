package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.plan.Draft.Named;
import java.util.Optional;

/**
 * Refuses to make what already stands there under the same name and is not ours, and to give what
 * is ours such a name: a replacement would take away the old object before it finds out.
 */
final class Strangers implements PlanStep {
  @Override
  public void run(Draft draft) {
    if (draft.inputs.options().destroy()) {
      return;
    }
    for (Instance instance : draft.selected.values()) {
      boolean adopts = draft.program.adoption(instance.address()).isPresent();
      if (!adopts) {
        stranger(draft, instance)
            .filter(it -> !isOwn(draft, instance, it))
            .ifPresent(live -> draft.diagnostics.report(diagnostic(instance, live)));
      }
    }
  }

  /** Whether the resource has an object under that name already, which keeps it. */
  private static boolean isOwn(Draft draft, Instance instance, Live stranger) {
    return Optional.ofNullable(draft.own.get(instance.address()))
        .filter(own -> own.ref().name().equals(stranger.ref().name()))
        .isPresent();
  }

  private static Optional<Live> stranger(Draft draft, Instance instance) {
    return draft
        .platformName(instance)
        .map(name -> new Named(draft.host(instance.address()).address(), instance.kind(), name))
        .map(draft.strangers::get);
  }

  private static Diagnostic diagnostic(Instance instance, Live live) {
    String there = "a " + live.ref().kind() + " named `" + live.ref().name() + "` is there already";
    if (live.standing() == Standing.OTHER_STACK && live.stamp().isPresent()) {
      String owner = live.stamp().get().stack().id();
      return Diagnostic.at(PlanCodes.OTHER_STACK, instance.origin(), there)
          .note(
              "It was made for `" + live.stamp().get().address() + "` of the stack " + owner + ".");
    }
    return Diagnostic.at(PlanCodes.NOT_OURS, instance.origin(), there)
        .note("dvl did not make it, and leaves it alone.")
        .note(
            "To take it over, write: adopt "
                + instance.address()
                + " = \""
                + live.ref().name()
                + "\"");
  }
}
