package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Op;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names the secrets that ops use, each with its fingerprint; one that is not set is an error. Of
 * those that only conditions are about, the ones that are set.
 */
final class NeededSecrets implements PlanStep {
  @Override
  public void run(Draft draft) {
    Set<String> names = new TreeSet<>();
    for (Op op : draft.ops) {
      op.args().values().forEach(value -> collect(value, names));
    }
    names.forEach(name -> enter(draft, name));
    Set<String> judged = new TreeSet<>();
    draft.checks.forEach(check -> collect(check.condition(), judged));
    judged.removeAll(names);
    judged.forEach(
        name -> draft.fingerprints.ofSecret(name).ifPresent(it -> draft.secrets.put(name, it)));
  }

  private static void collect(Value value, Set<String> names) {
    value.forEachTerm(
        leaf -> {
          if (leaf instanceof Term.Secret(String name)) {
            names.add(name);
          }
        });
  }

  private static void enter(Draft draft, String name) {
    Optional<String> print = draft.fingerprints.ofSecret(name);
    print.ifPresentOrElse(
        it -> draft.secrets.put(name, it), () -> draft.diagnostics.report(missing(draft, name)));
  }

  private static Diagnostic missing(Draft draft, String name) {
    Diagnostic diagnostic =
        draft.program.secrets().stream()
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
