package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A resource that others stand on, such as a machine with an engine in it, comes as it is set to
 * the state in which they can reach it. Of one that does not, it is told once, whatever stands on
 * it.
 */
final class ReachablePlaces implements Rule {

  @Override
  public void check(Facts facts, RuleReport report) {
    Set<Address> seen = new HashSet<>();
    for (Instance instance : facts.program().instances()) {
      Optional<Instance> place = facts.instance(instance.place());
      if (place.isPresent() && seen.add(place.get().address())) {
        state(facts, instance, place.get())
            .ifPresent(state -> check(facts, report, instance, place.get(), state));
      }
    }
  }

  /** The state of the place from which on the instance can be made on it. */
  private static Optional<String> state(Facts facts, Instance instance, Instance place) {
    Optional<String> face = facts.kind(instance).placedOn();
    return facts.kind(place).provides().stream()
        .filter(offer -> face.filter(offer.name()::equals).isPresent())
        .flatMap(offer -> offer.host().stream())
        .map(KindSchema.OfferedHost::after)
        .findFirst();
  }

  private static void check(
      Facts facts, RuleReport report, Instance instance, Instance place, String state) {
    switch (Reach.of(facts, place, state)) {
      case POSSIBLE -> {}
      case OPEN -> report.open(Reach.open(place, state, on(instance)));
      case NEVER -> report.add(never(facts, instance, place, state));
    }
  }

  private static Diagnostic never(Facts facts, Instance instance, Instance place, String state) {
    List<Span> set = decisive(facts, place, state);
    Span primary = set.isEmpty() ? place.origin() : set.getFirst();
    String text = "`" + place.address() + "` as it is set never becomes `" + state + "`";
    Diagnostic never = Diagnostic.at(RuleCodes.UNREACHED, primary, text);
    for (Span other : set.subList(Math.min(1, set.size()), set.size())) {
      never = never.label(other, "together with this");
    }
    return never
        .label(on(instance), "`" + instance.address() + "` stands on it")
        .note("What stands on it can be reached only while it is `" + state + "`.");
  }

  private static Span on(Instance instance) {
    return instance.edges().stream()
        .filter(Instance.Edge.On.class::isInstance)
        .map(Instance.Edge::origin)
        .findFirst()
        .orElse(instance.origin());
  }

  /** Where the settings are written that decide whether a place comes to the state. */
  private static List<Span> decisive(Facts facts, Instance place, String state) {
    return facts.kind(place).state(state).flatMap(KindSchema.State::requires).stream()
        .flatMap(requires -> Mentioned.of(requires, place).stream())
        .toList();
  }
}
