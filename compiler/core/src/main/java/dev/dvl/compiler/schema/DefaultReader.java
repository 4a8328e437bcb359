package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.LiteralShape;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Reads what unset means: {@code engine(v)}, {@code image("path", v)}, {@code made()}, or a choice.
 */
final class DefaultReader {
  private final TermReader terms;
  private final Type type;
  private final Diagnostics diagnostics;

  DefaultReader(TermReader terms, Type type, Diagnostics diagnostics) {
    this.terms = terms;
    this.type = type;
    this.diagnostics = diagnostics;
  }

  Attribute.Default read(Expr expr) {
    return switch (expr) {
      case Expr.Parens(var ignored, Expr inner) -> read(inner);
      case Expr.Conditional(var ignored, Expr condition, Expr then, Expr otherwise) ->
          new Attribute.Default.When(terms.read(condition), read(then), read(otherwise));
      case Expr.Call call -> call(call);
      case Expr other -> wrong(other);
    };
  }

  private Attribute.Default call(Expr.Call call) {
    List<Expr> arguments = call.arguments().stream().map(Expr.Argument::value).toList();
    return switch (call.function().text() + "/" + arguments.size()) {
      case "engine/1" -> new Attribute.Default.Engine(value(arguments.getFirst()));
      case "image/1" -> image(arguments.getFirst(), Optional.empty());
      case "image/2" -> image(arguments.getFirst(), Optional.of(value(arguments.getLast())));
      case "made/0" -> new Attribute.Default.Made();
      case "unmanaged/0" -> new Attribute.Default.Unmanaged();
      case String ignored -> wrong(call);
    };
  }

  private Attribute.Default image(Expr path, Optional<Term> otherwise) {
    return terms.read(path) instanceof Term.Literal(Value.Text(String text))
        ? new Attribute.Default.Image(text, otherwise)
        : wrong(path);
  }

  private Term value(Expr expr) {
    return LiteralShape.of(terms.read(expr), type);
  }

  private Attribute.Default wrong(Expr expr) {
    diagnostics.report(
        Diagnostic.at(SchemaCodes.SETTING_VALUE, expr.span(), "this says nothing about unset")
            .note(
                "What unset means is one of `engine(value)`, `image(\"path\")`,"
                    + " `image(\"path\", value)`, `made()`, `unmanaged()`, or a choice among them"
                    + " by `if`."));
    return new Attribute.Default.Unmanaged();
  }
}
