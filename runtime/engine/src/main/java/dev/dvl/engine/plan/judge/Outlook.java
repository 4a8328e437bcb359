package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a plan means for those that refer to a resource.
 *
 * @param impact what its change costs
 * @param action of its change, if there is one
 * @param joins whether its change lets go of other resources or takes up new ones
 * @param changed the attributes that its change is about
 */
record Outlook(
    Fate fate, Impact impact, Optional<Action> action, boolean joins, Set<String> changed) {

  /** Of a resource without a change. */
  static Outlook of(Fate fate) {
    return new Outlook(fate, Impact.NONE, Optional.empty(), false, Set.of());
  }

  static Outlook of(Change change) {
    Set<String> changed =
        change.fields().stream()
            .map(field -> field.path().attribute())
            .collect(Collectors.toUnmodifiableSet());
    return new Outlook(
        fate(change), change.impact(), Optional.of(change.action()), joins(change), changed);
  }

  private static Fate fate(Change change) {
    if (change.makes()) {
      return Fate.MADE;
    }
    boolean differs = !change.fields().isEmpty() || change.impact() != Impact.NONE;
    return change.action() == Action.CONDITIONAL || !differs ? Fate.STAYS : Fate.CHANGES;
  }

  private static boolean joins(Change change) {
    return change.fields().stream()
        .map(field -> change.kind().attribute(field.path().attribute()))
        .anyMatch(attribute -> attribute.filter(Attribute::samePlace).isPresent());
  }
}
