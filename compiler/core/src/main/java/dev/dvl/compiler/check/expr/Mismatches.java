package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Hints;
import dev.dvl.compiler.check.fit.Misfit;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Suggestion;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.util.Collection;

/** Says why a value may not stand where it stands. */
public final class Mismatches {
  private final Typing typing;

  Mismatches(Typing typing) {
    this.typing = typing;
  }

  public void report(Expr expr, Type have, Type want, Misfit misfit) {
    Span span = expr.span();
    typing.report(
        switch (misfit) {
          case Misfit.Shape ignored -> shape(span, have, want);
          case Misfit.NoneOf(var allowed) ->
              oneOf(
                  Diagnostic.at(
                      CheckCodes.ONE_OF, span, "expected one of " + String.join(", ", allowed)),
                  expr,
                  allowed);
          case Misfit.Form(String problem) ->
              Diagnostic.at(CheckCodes.FORM, span, form(problem, expr, want));
          case Misfit.Nullable ignored -> nullable(span, have, want);
          case Misfit.Revealed ignored ->
              secret(expr, "this is secret, and what it stands in is not")
                  .note("A secret stands only where an attribute or a type is marked `secret`.");
          case Misfit.Unchecked(String conversion) -> unchecked(expr, conversion);
          case Misfit.TooLate ignored -> late(expr, "this must be known when planning");
        });
  }

  /** What is wrong with a value shows it, unless it is to be secret. */
  private String form(String problem, Expr expr, Type want) {
    return Qualities.of(typing.types().wanted(expr).orElse(want)).secret()
        ? "this secret is no `" + TypeText.of(Shapes.present(want)) + "`"
        : problem;
  }

  /** With the one that was most likely meant by a fixed text. */
  private static Diagnostic oneOf(Diagnostic wrong, Expr expr, Collection<String> allowed) {
    return expr instanceof Expr.Text text && text.literal().isPresent()
        ? Suggestion.add(wrong, "a value", Texts.quoted(text.literal().get()), text.span(), allowed)
        : wrong;
  }

  /** {@code expr} is later where it must be known. */
  public Diagnostic late(Expr expr, String text) {
    return new Causes(typing).later(Diagnostic.at(CheckCodes.LATER, expr.span(), text), expr);
  }

  /** {@code expr} is secret where it would show. */
  public Diagnostic secret(Expr expr, String text) {
    return new Causes(typing).secret(Diagnostic.at(CheckCodes.SECRET, expr.span(), text), expr);
  }

  private static Diagnostic shape(Span span, Type have, Type want) {
    Diagnostic mismatch =
        Diagnostic.at(
            CheckCodes.MISMATCH,
            span,
            "expected `" + shown(Shapes.present(want)) + "`, found `" + shown(have) + "`");
    return Hints.of(have, want).map(mismatch::note).orElse(mismatch);
  }

  /** A type as it is told; of a fixed value, what it is a value of. */
  private static String shown(Type type) {
    return type instanceof Type.Literal(Value value, var ignored)
        ? Shapes.kind(value).map(ScalarKind::word).orElse(TypeText.of(type))
        : TypeText.of(type);
  }

  private static Diagnostic nullable(Span span, Type have, Type want) {
    String text =
        have instanceof Type.Null
            ? "expected `" + TypeText.of(want) + "`, found `null`"
            : "this may be null, and `" + TypeText.of(want) + "` may not";
    return Diagnostic.at(CheckCodes.MAY_BE_NULL, span, text)
        .note("Give another value with `??`, or look first with `if … != null`.");
  }

  private Diagnostic unchecked(Expr expr, String conversion) {
    String text = "this text is known later, and cannot be checked when planning";
    return new Causes(typing)
        .later(Diagnostic.at(CheckCodes.CONVERSION, expr.span(), text), expr)
        .note("Write `" + conversion + "(…)` around it: then it is checked when applying.");
  }
}
