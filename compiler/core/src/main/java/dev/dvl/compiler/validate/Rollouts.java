package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.KeyedSet;
import dev.dvl.compiler.ir.Rollout;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Key;
import dev.dvl.compiler.value.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What says how the elements of a declaration follow one another has several elements to speak of,
 * says the same for all of them, and names keys that there are.
 */
final class Rollouts implements Rule {
  private static final Path UPDATE = Path.of("update");

  @Override
  public void check(Facts facts, RuleReport report) {
    Map<KeyedSet, List<Instance>> sets = new LinkedHashMap<>();
    for (Instance instance : facts.program().instances()) {
      KeyedSet.of(instance.address())
          .ifPresentOrElse(
              set -> sets.computeIfAbsent(set, ignored -> new ArrayList<>()).add(instance),
              () -> alone(instance, report));
    }
    sets.forEach(
        (set, elements) -> {
          unequal(set, elements, report);
          unknown(set, elements, report);
        });
  }

  private static void alone(Instance instance, RuleReport report) {
    if (update(instance).isOfSet()) {
      report.add(
          Diagnostic.at(
                  RuleCodes.ALONE,
                  span(instance),
                  "`" + instance.address() + "` is the only one of its declaration")
              .note(
                  update(instance).goesBackWhole()
                      ? "`rollback_all` is about the elements of a declaration in a `for`; one"
                          + " alone goes back with `rollback`."
                      : "Batches are made of the elements of a declaration in a `for`."));
    }
  }

  /** Each element says it, so that all must say the same. */
  private static void unequal(KeyedSet set, List<Instance> elements, RuleReport report) {
    Instance first = elements.getFirst();
    elements.stream()
        .filter(it -> !isSame(first, it))
        .findFirst()
        .ifPresent(
            other ->
                report.add(
                    Diagnostic.at(
                            RuleCodes.UNEQUAL,
                            span(other),
                            "`"
                                + other.address()
                                + "` says something else than `"
                                + first.address()
                                + "`")
                        .note(
                            "`max_parallel`, `canary` and `rollback_all` are about all of `"
                                + set
                                + "`.")));
  }

  private static boolean isSame(Instance one, Instance other) {
    return rollout(one).maxParallel().equals(rollout(other).maxParallel())
        && rollout(one).canary().equals(rollout(other).canary())
        && update(one).goesBackWhole() == update(other).goesBackWhole();
  }

  private static void unknown(KeyedSet set, List<Instance> elements, RuleReport report) {
    if (rollout(elements.getFirst()).canary() instanceof Rollout.Canary.Keyed(Set<Key> keys)) {
      Set<Key> there =
          elements.stream()
              .flatMap(it -> KeyedSet.key(it.address()).stream())
              .collect(Collectors.toSet());
      keys.stream()
          .filter(key -> !there.contains(key))
          .sorted()
          .findFirst()
          .ifPresent(
              key ->
                  report.add(
                      Diagnostic.at(
                          RuleCodes.CANARY,
                          span(elements.getFirst()),
                          "`" + set + "` has no element with the key `" + key + "`")));
    }
  }

  private static Rollout rollout(Instance instance) {
    return update(instance).rollout();
  }

  private static Instance.Update update(Instance instance) {
    return instance.common().update();
  }

  private static Span span(Instance instance) {
    return instance.originOf(UPDATE);
  }
}
