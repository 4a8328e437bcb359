package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Suggestion;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.Subexpressions;
import dev.dvl.compiler.value.Term;
import java.util.Collection;
import java.util.List;

/**
 * Reads the expressions of a schema as terms, and judges the names in them by a {@link RuleNames}.
 */
final class TermReader {
  private final RuleNames scope;
  private final Diagnostics diagnostics;

  TermReader(RuleNames scope, Diagnostics diagnostics) {
    this.scope = scope;
    this.diagnostics = diagnostics;
  }

  Term read(Expr expr) {
    List<Terms.Refusal> refusals = Terms.refusals(expr);
    refusals.forEach(refusal -> refuse(refusal.span(), refusal.reason()));
    if (refusals.isEmpty()) {
      judge(expr);
    }
    return Terms.of(expr);
  }

  private void judge(Expr expr) {
    switch (expr) {
      case Expr.NameRef name -> variable(name);
      case Expr.Member member -> member(member);
      case Expr.Call call -> call(call);
      case Expr ignored -> {}
    }
    Subexpressions.of(expr).forEach(this::judge);
  }

  private void variable(Expr.NameRef name) {
    if (!scope.names().contains(name.name())) {
      unknown(SchemaCodes.UNKNOWN_VARIABLE, name.span(), name.name(), "a name", scope.names());
    }
  }

  private void member(Expr.Member member) {
    Name part = member.name();
    if (member.target() instanceof Expr.NameRef(var ignored, String owner)) {
      scope
          .parts(owner)
          .filter(parts -> !parts.contains(part.text()))
          .ifPresent(
              parts ->
                  unknown(SchemaCodes.UNKNOWN_VARIABLE, part.span(), part.text(), "a part", parts));
    }
  }

  private void call(Expr.Call call) {
    String function = call.function().text();
    if (!StandardFunctions.ALL.containsKey(function)) {
      unknown(
          SchemaCodes.UNKNOWN_FUNCTION,
          call.function().span(),
          function,
          "a function",
          StandardFunctions.ALL.keySet());
    }
    call.arguments().stream()
        .filter(argument -> argument.name().isPresent())
        .forEach(argument -> refuse(argument.span(), "arguments in a rule go by position"));
  }

  private void refuse(Span span, String text) {
    diagnostics.report(Diagnostic.at(SchemaCodes.RULE_FORM, span, text));
  }

  private void unknown(Code code, Span span, String name, String what, Collection<String> known) {
    Diagnostic unknown = Diagnostic.at(code, span, "nothing here is called `" + name + "`");
    diagnostics.report(Suggestion.add(unknown, what, name, span, known));
  }
}
