package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.input.PlanRequest;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Names the secrets that ops use, each with its fingerprint; one that is not set is an error. Of
 * those that only conditions are about, the ones that are set.
 */
final class NeededSecrets {
  private NeededSecrets() {}

  /** By name, with fingerprints. */
  static Outcome<SortedMap<String, String>> of(
      PlanRequest request, List<Op> ops, List<Plan.PlannedCheck> checks) {
    Set<String> used = new TreeSet<>();
    ops.forEach(op -> op.args().values().forEach(value -> collect(value, used)));
    Set<String> judged = new TreeSet<>();
    checks.forEach(check -> collect(check.condition(), judged));
    SortedMap<String, String> prints = new TreeMap<>();
    Stream.concat(used.stream(), judged.stream())
        .forEach(
            name ->
                request.fingerprints().ofSecret(name).ifPresent(print -> prints.put(name, print)));
    List<Diagnostic> missing =
        used.stream()
            .filter(name -> !prints.containsKey(name))
            .map(name -> missing(request.program(), name))
            .toList();
    return new Outcome<>(prints, missing);
  }

  private static void collect(Value value, Set<String> names) {
    value.forEachTerm(
        leaf -> {
          if (leaf instanceof Term.Secret(String name)) {
            names.add(name);
          }
        });
  }

  private static Diagnostic missing(Program program, String name) {
    Diagnostic diagnostic =
        program.secrets().stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .map(Program.SecretDeclaration::origin)
            .map(
                span ->
                    Diagnostic.at(PlanCodes.SECRET_NOT_SET, span, "`" + name + "` has no value"))
            .orElse(Diagnostic.without(PlanCodes.SECRET_NOT_SET, "`" + name + "` has no value."));
    return diagnostic.note(
        "Set DVL_SECRET_" + name + ", or the variable that its declaration names.");
  }
}
