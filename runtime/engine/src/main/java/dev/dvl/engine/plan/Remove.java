package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.Draft.Decided;
import dev.dvl.engine.plan.identity.Unwanted;
import dev.dvl.engine.plan.input.LedgerFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans the end of what is ours and no longer wanted, and of what never committed. */
final class Remove implements PlanStep {
  @Override
  public void run(Draft draft) {
    if (draft.inputs.options().destroy()) {
      for (Address address : draft.selected.keySet()) {
        Optional.ofNullable(draft.own.get(address)).ifPresent(live -> end(draft, address, live));
      }
    }
    draft.unwanted.sort(
        Comparator.comparing(Unwanted::address).thenComparing(it -> it.live().ref().id()));
    for (Unwanted object : draft.unwanted) {
      if (isMeant(draft, object)) {
        unwanted(draft, object);
        if (object.why() == Unwanted.Why.NOT_IN_PROGRAM) {
          new NearlyKept(draft).say(object.address());
        }
      }
    }
  }

  /** Whether a plan of less than everything is about an object. */
  static boolean isMeant(Draft draft, Unwanted object) {
    return draft.inputs.options().targets().isEmpty()
        || draft.selected.containsKey(object.address());
  }

  private static void end(Draft draft, Address address, Live live) {
    LedgerFacts facts = draft.inputs.facts();
    boolean ours =
        live.stamp().isPresent()
            || facts.made().containsKey(address)
            || facts.adopted().containsKey(address);
    if (ours) {
      guard(draft, address);
      Address host = draft.host(address).address();
      Impact impact = Loss.removing(draft.kinds.get(live.ref().kind()));
      end(draft, host, address, live, Action.DESTROY, impact, List.of());
    } else {
      draft.unchanged++;
    }
  }

  private static void unwanted(Draft draft, Unwanted object) {
    if (draft.kinds.find(object.live().ref().kind()).isEmpty()) {
      draft.notes.add(
          "The "
              + object.live().ref().kind()
              + " `"
              + object.live().ref().name()
              + "` is of a kind that this version does not know, and is left alone.");
      return;
    }
    if (object.why() == Unwanted.Why.NOT_IN_PROGRAM) {
      guard(draft, object.address());
    }
    Action action = object.why() == Unwanted.Why.FORGOTTEN ? Action.FORGET : Action.DESTROY;
    end(
        draft,
        object.host(),
        object.address(),
        object.live(),
        action,
        impact(draft, object),
        List.of(reason(object.why())));
  }

  private static Impact impact(Draft draft, Unwanted object) {
    return switch (object.why()) {
      case FORGOTTEN, UNFINISHED -> Impact.NONE;
      case NOT_IN_PROGRAM, SECOND -> Loss.removing(draft.kinds.get(object.live().ref().kind()));
    };
  }

  private static String reason(Unwanted.Why why) {
    return switch (why) {
      case FORGOTTEN -> "It stays as it is, and is nobody's.";
      case NOT_IN_PROGRAM -> "The program no longer has it.";
      case UNFINISHED -> "It is left over: an earlier run did not finish making it.";
      case SECOND -> "It is left over: another object stands for this resource.";
    };
  }

  private static void end(
      Draft draft,
      Address host,
      Address address,
      Live live,
      Action action,
      Impact impact,
      List<String> reasons) {
    KindSchema kind = draft.kinds.get(live.ref().kind());
    draft.decided.add(
        new Decided(
            draft.inputs.ids().get(),
            new Change(
                address,
                kind,
                action,
                host,
                Optional.of(Masked.of(kind, live)),
                Optional.empty(),
                List.of(),
                impact,
                reasons)));
  }

  /** Whether a resource is protected, or was when it was last applied. */
  static boolean isProtected(Draft draft, Address address) {
    Instance instance = draft.instances.get(address);
    return instance != null
        ? instance.common().protect()
        : draft.inputs.facts().guarded().contains(address);
  }

  private static void guard(Draft draft, Address address) {
    Instance instance = draft.instances.get(address);
    if (isProtected(draft, address)) {
      String text = "`" + address + "` is protected, and this plan would destroy it.";
      draft.diagnostics.report(
          instance != null
              ? Diagnostic.at(PlanCodes.PROTECTED, instance.origin(), text)
              : Diagnostic.without(PlanCodes.PROTECTED, text));
    }
  }
}
