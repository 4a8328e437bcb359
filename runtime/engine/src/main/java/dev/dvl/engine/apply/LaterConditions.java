package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.Evaluator;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.Plan.PlannedCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Conditions of the program that only an apply can tell. A change that reads what one of them reads
 * is begun only if it holds; all of them are held once more when everything has ended well. Safe
 * for many threads.
 */
final class LaterConditions {
  /** What a condition hangs on and a change may use: an output of a resource. */
  private record Source(Address resource, String output) {}

  private final List<PlannedCheck> checks;
  private final Evaluator evaluator;
  private final World world;
  private final Untold atTheEnd;
  private final Map<Address, List<PlannedCheck>> byChange = new HashMap<>();
  private final Set<PlannedCheck> told = ConcurrentHashMap.newKeySet();

  LaterConditions(Plan plan, Evaluator evaluator, World world, Untold atTheEnd) {
    this.checks = plan.checks();
    this.evaluator = evaluator;
    this.world = world;
    this.atTheEnd = atTheEnd;
    if (!checks.isEmpty()) {
      enter(plan.ops());
    }
  }

  private void enter(List<Op> ops) {
    Map<Address, Set<Source>> used = new HashMap<>();
    for (Op op : ops) {
      Set<Source> ofChange = used.computeIfAbsent(op.change(), ignored -> new HashSet<>());
      op.args().values().forEach(value -> ofChange.addAll(sources(value)));
    }
    for (PlannedCheck check : checks) {
      Set<Source> read = sources(check.condition());
      used.forEach(
          (change, sources) -> {
            if (read.stream().anyMatch(sources::contains)) {
              byChange.computeIfAbsent(change, ignored -> new ArrayList<>()).add(check);
            }
          });
    }
  }

  private static Set<Source> sources(Value value) {
    Set<Source> found = new HashSet<>();
    value.forEachTerm(
        leaf -> {
          if (leaf instanceof Term.Read(Address resource, var path)) {
            found.add(new Source(resource, path.attribute()));
          }
        });
    return found;
  }

  /** Why a change must not be begun: a full sentence. */
  Optional<String> problem(Address change) {
    for (PlannedCheck check : byChange.getOrDefault(change, List.of())) {
      Optional<String> problem = problem(check, world);
      if (problem.isPresent()) {
        told.add(check);
        return problem;
      }
    }
    return Optional.empty();
  }

  /** What does not hold now that everything has ended, but for what has been told. */
  List<Diagnostic> atTheEnd() {
    List<Diagnostic> found = new ArrayList<>();
    for (PlannedCheck check : checks) {
      if (!told.contains(check)) {
        problem(check, atTheEnd).ifPresent(why -> found.add(diagnostic(why)));
      }
    }
    return found;
  }

  private static Diagnostic diagnostic(String why) {
    return Diagnostic.without(
        ApplyCodes.WRONG_VALUE, Character.toUpperCase(why.charAt(0)) + why.substring(1));
  }

  private Optional<String> problem(PlannedCheck check, Environment known) {
    try {
      Value holds = evaluator.fill(check.condition(), known);
      return holds.equals(Value.of(false))
          ? Optional.of(check.title() + " does not hold" + said(check, known) + ".")
          : Optional.empty();
    } catch (EvaluationProblem noResult) {
      return Optional.of(check.title() + " has no result: " + noResult.getMessage() + ".");
    }
  }

  /** A message that is made of a secret is not given. */
  private String said(PlannedCheck check, Environment known) {
    if (check.message().anyTerm(Term.Secret.class::isInstance)) {
      return "";
    }
    try {
      return evaluator.fill(check.message(), known) instanceof Value.Text(String text)
          ? ": " + text
          : "";
    } catch (EvaluationProblem unsaid) {
      return "";
    }
  }
}
