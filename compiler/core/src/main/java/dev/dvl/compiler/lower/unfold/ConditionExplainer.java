package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.syntax.Expr;

/** Tells why a condition does not hold, by what its parts come to and where that is written. */
public record ConditionExplainer(
    Run run,
    Inputs inputs,
    Expressions expressions,
    UnfoldedByAddress unfolded,
    ResourceSettings settings) {

  /** {@code diagnostic}, whose primary place is {@code condition}, with the parts of that. */
  public Diagnostic explain(Diagnostic diagnostic, Expr condition, Scope scope) {
    return new ExplainedCondition(this, scope, diagnostic).with(condition);
  }
}
