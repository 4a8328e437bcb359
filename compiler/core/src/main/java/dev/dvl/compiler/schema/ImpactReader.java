package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads what a change costs, and sees to it that every outcome is a word for a cost. */
final class ImpactReader {
  private final TermReader terms;
  private final Diagnostics diagnostics;

  ImpactReader(TermReader terms, Diagnostics diagnostics) {
    this.terms = terms;
    this.diagnostics = diagnostics;
  }

  static Term of(Impact impact) {
    return new Term.Literal(Value.text(impact.word()));
  }

  Term read(Expr expr) {
    return switch (expr) {
      case Expr.Parens(var ignored, Expr inner) -> read(inner);
      case Expr.Conditional(var ignored, Expr condition, Expr then, Expr otherwise) ->
          Term.call("if", terms.read(condition), read(then), read(otherwise));
      case Expr.Text text -> word(text);
      case Expr.Broken ignored -> of(Impact.REPLACE);
      case Expr other -> wrong(other);
    };
  }

  private Term word(Expr.Text text) {
    return text.literal().flatMap(Impact::of).map(ImpactReader::of).orElseGet(() -> wrong(text));
  }

  private Term wrong(Expr expr) {
    String words =
        Arrays.stream(Impact.values())
            .map(impact -> "\"" + impact.word() + "\"")
            .collect(Collectors.joining(", "));
    diagnostics.report(
        Diagnostic.at(SchemaCodes.SETTING_VALUE, expr.span(), "this is no impact")
            .note("An impact is one of " + words + ", or a choice among them by `if`."));
    return of(Impact.REPLACE);
  }
}
