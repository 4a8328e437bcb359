package dev.dvl.compiler.lower;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.syntax.Expr;

/** Tells why a condition does not hold, by what its parts come to and where that is written. */
record ConditionExplainer(
    Run run,
    Inputs inputs,
    Expressions expressions,
    UnfoldedByAddress unfolded,
    ResourceSettings settings) {

  /** {@code diagnostic}, whose primary place is {@code condition}, with the parts of that. */
  Diagnostic explain(Diagnostic diagnostic, Expr condition, Scope scope) {
    return new ExplainedCondition(this, scope, diagnostic).with(condition);
  }
}
