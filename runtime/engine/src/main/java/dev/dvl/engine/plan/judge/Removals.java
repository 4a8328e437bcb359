package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.identity.Unwanted;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.plan.reading.Selected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans the end of what is ours and no longer wanted, and of what never committed. */
final class Removals {
  private final Matched matched;
  private final PlanRequest request;
  private final Protection protection;
  private final HostFates hosts;
  private final List<Decision> changes = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int unchanged;

  private Removals(Matched matched, HostFates hosts) {
    this.matched = matched;
    this.hosts = hosts;
    this.request = matched.request();
    this.protection = new Protection(matched.selected());
  }

  static Outcome<Decisions> of(Matched matched, HostFates hosts) {
    Removals removals = new Removals(matched, hosts);
    if (removals.request.options().destroy()) {
      matched
          .selected()
          .picked()
          .keySet()
          .forEach(it -> matched.object(it).ifPresent(live -> removals.wanted(it, live)));
    }
    meant(matched).forEach(removals::unwanted);
    return new Outcome<>(
        new Decisions(removals.changes, removals.unchanged, removals.notes), removals.diagnostics);
  }

  /** Objects that nobody wants, in the order of what they were made for. */
  static Stream<Unwanted> sorted(Matched matched) {
    return matched.unwanted().stream()
        .sorted(Comparator.comparing(Unwanted::address).thenComparing(it -> it.live().ref().id()));
  }

  /** Those of them that the plan is about, which may be one of less than everything. */
  static Stream<Unwanted> meant(Matched matched) {
    Selected selected = matched.selected();
    return sorted(matched)
        .filter(
            it ->
                selected.request().options().targets().isEmpty()
                    || selected.picked().containsKey(it.address()));
  }

  /** The object of a resource, when all is to go. */
  private void wanted(Address address, Live live) {
    List<String> held = new Held(matched).reasons(address, live);
    if (!held.isEmpty()) {
      Address host = matched.selected().host(address);
      stays(host, address, live, held);
      return;
    }
    boolean ours =
        live.stamp().isPresent()
            || request.facts().made().containsKey(address)
            || request.facts().adopted().containsKey(address);
    if (ours) {
      protection.refusal(address).ifPresent(diagnostics::add);
      KindSchema kind = request.kinds().get(live.ref().kind());
      Address host = matched.selected().host(address);
      Change change = end(host, address, live, kind, Action.DESTROY, HeldData.removing(kind));
      LostInside lost = LostInside.of(change, hosts);
      Adopted adopted = new Adopted(matched, address, live);
      change = adopted.told(lost.priced(change));
      adopted.refusal(change, lost).ifPresent(diagnostics::add);
      add(change, goingMachine(address));
    } else {
      unchanged++;
    }
  }

  private void unwanted(Unwanted object) {
    request
        .kinds()
        .find(object.live().ref().kind())
        .ifPresentOrElse(kind -> unwanted(object, kind), () -> notes.add(unknown(object)));
    if (object.why() == Unwanted.Why.NOT_IN_PROGRAM) {
      notes.addAll(new NearlyKept(request.program()).notes(object.address()));
    }
  }

  private void unwanted(Unwanted object, KindSchema kind) {
    if (object.live().unreadable().isPresent()) {
      stays(object.host(), object.address(), object.live(), Held.reasons(object.live()));
      return;
    }
    if (object.why() == Unwanted.Why.NOT_IN_PROGRAM) {
      protection.refusal(object.address()).ifPresent(diagnostics::add);
    }
    Action action = object.why() == Unwanted.Why.FORGOTTEN ? Action.FORGET : Action.DESTROY;
    Impact impact =
        switch (object.why()) {
          case FORGOTTEN, UNFINISHED -> Impact.NONE;
          case NOT_IN_PROGRAM, SECOND -> HeldData.removing(kind);
        };
    Change change =
        end(object.host(), object.address(), object.live(), kind, action, impact)
            .because(reason(object.why()));
    if (object.why() == Unwanted.Why.NOT_IN_PROGRAM) {
      change = LostInside.of(change, hosts).priced(change);
      change = new Adopted(matched, object.address(), object.live()).told(change);
    }
    add(change, request.program().host(object.host()).flatMap(hosts::madeWith));
  }

  /** What is to go, and is left alone for now. */
  private void stays(Address host, Address address, Live live, List<String> reasons) {
    KindSchema kind = request.kinds().get(live.ref().kind());
    Change change = end(host, address, live, kind, Action.UNDECIDED, Impact.NONE);
    for (String reason : reasons) {
      change = change.because(reason);
    }
    add(change, Optional.empty());
  }

  /** The machine that a resource stands on, where all is to go and that goes, too. */
  private Optional<Address> goingMachine(Address resource) {
    return matched
        .selected()
        .hostOf(resource)
        .by()
        .filter(machine -> matched.selected().picked().containsKey(machine))
        .filter(machine -> matched.object(machine).isPresent());
  }

  private static String unknown(Unwanted object) {
    return "The "
        + object.live().ref().kind()
        + " `"
        + object.live().ref().name()
        + "` is of a kind that this version does not know, and is left alone.";
  }

  private static String reason(Unwanted.Why why) {
    return switch (why) {
      case FORGOTTEN -> "It stays as it is, and is nobody's.";
      case NOT_IN_PROGRAM -> "The program no longer has it.";
      case UNFINISHED -> "It is left over: an earlier run did not finish making it.";
      case SECOND -> "It is left over: another object stands for this resource.";
    };
  }

  /** The end of an object. */
  static Change end(
      Address host, Address address, Live live, KindSchema kind, Action action, Impact impact) {
    return new Change(
        address,
        kind,
        action,
        host,
        Optional.of(Masked.of(kind, live)),
        Optional.empty(),
        List.of(),
        impact,
        List.of());
  }

  private void add(Change end, Optional<Address> machine) {
    Change change =
        machine.map(it -> end.because("It goes with `" + it + "`.").goingWith(it)).orElse(end);
    changes.add(new Decision(request.inputs().ids().get(), change));
  }
}
