package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.source.Span;
import java.util.Optional;

/** A state that is waited for can be reached as the resource is set. */
final class ReachableStates implements Rule {

  @Override
  public void check(Facts facts, RuleReport report) {
    for (Instance instance : facts.program().instances()) {
      for (Instance.Edge edge : instance.edges()) {
        if (edge instanceof Instance.Edge.After(var to, var state, var span) && state.isPresent()) {
          Optional<Instance> awaited = facts.instance(to);
          if (awaited.isPresent()) {
            check(facts, report, awaited.get(), state.get(), span);
          }
        }
      }
    }
  }

  private static void check(
      Facts facts, RuleReport report, Instance awaited, String state, Span span) {
    switch (Reach.of(facts, awaited, state)) {
      case POSSIBLE -> {}
      case OPEN -> report.open(Reach.open(awaited, state, span));
      case NEVER ->
          report.add(
              Diagnostic.at(
                      RuleCodes.STATE,
                      span,
                      "`" + awaited.address() + "` as it is set never becomes `" + state + "`")
                  .label(awaited.origin(), "declared here"));
    }
  }
}
