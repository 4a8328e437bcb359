package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.check.result.Access;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.lower.expr.PathText;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.lower.input.RawInput;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Subexpressions;
import dev.dvl.compiler.value.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the value of each part under a condition that does not hold, and marks where the values that
 * it reads are written. Parts that were not asked, because another one decided before, are left
 * out; so are literals, which say themselves. Values are shortened, and secret ones never shown.
 */
final class ExplainedCondition {
  private static final int MOST_PARTS = 12;
  private static final int MOST_ORIGINS = 4;

  private final ConditionExplainer by;
  private final Scope scope;
  private final Set<String> told = new HashSet<>();
  private final Set<Span> origins = new HashSet<>();
  private Diagnostic diagnostic;
  private int parts;

  ExplainedCondition(ConditionExplainer by, Scope scope, Diagnostic diagnostic) {
    this.by = by;
    this.scope = scope;
    this.diagnostic = diagnostic;
  }

  Diagnostic with(Expr condition) {
    inside(condition);
    sources(condition);
    return diagnostic;
  }

  /** A part, then what it is made of. */
  private void part(Expr expr) {
    switch (expr) {
      case Expr.Constant ignored -> {}
      case Expr.Text text when text.literal().isPresent() -> {}
      case Expr.ListLiteral list -> inside(list);
      case Expr.ObjectLiteral object -> inside(object);
      case Expr.Parens(var ignored, Expr inner) -> part(inner);
      case Expr other -> {
        label(other);
        inside(other);
      }
    }
  }

  private void inside(Expr expr) {
    switch (expr) {
      case Expr.Parens(var ignored, Expr inner) -> inside(inner);
      case Expr.Binary binary when decides(binary) -> part(binary.left());
      case Expr.Conditional choice -> {
        part(choice.condition());
        part(holds(choice.condition()) ? choice.then() : choice.otherwise());
      }
      case Expr.Match match -> part(match.subject());
      case Expr.Member member when value(member.target()).isPresent() -> path(member.target());
      case Expr.Index index -> {
        path(index.target());
        part(index.index());
      }
      case Expr.Splat _, Expr.ListFor _, Expr.ObjectFor _ -> {}
      case Expr other -> Subexpressions.of(other).forEach(this::part);
    }
  }

  /** On the way to a member, only the keys are of interest. */
  private void path(Expr target) {
    switch (target) {
      case Expr.NameRef ignored -> {}
      case Expr.Member member -> path(member.target());
      case Expr other -> inside(other);
    }
  }

  /** Whether the right side is not asked. */
  private boolean decides(Expr.Binary binary) {
    return switch (binary.op()) {
      case AND -> !holds(binary.left());
      case OR -> holds(binary.left());
      case COALESCE -> value(binary.left()).filter(it -> !it.isNull()).isPresent();
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, IN -> false;
      case RANGE, RANGE_EXCLUSIVE, PLUS, MINUS, TIMES, DIVIDE -> false;
    };
  }

  private boolean holds(Expr expr) {
    return value(expr).filter(Value.of(true)::equals).isPresent();
  }

  private Optional<Value> value(Expr expr) {
    try {
      return Optional.of(by.expressions().value(expr, scope));
    } catch (Failure e) {
      return Optional.empty();
    }
  }

  private void label(Expr expr) {
    Optional<Value> value = value(expr);
    if (value.isEmpty() || value.get() instanceof Value.Ref || parts >= MOST_PARTS) {
      return;
    }
    String text = ValueText.of(value.get());
    if (told.add(PathText.of(expr).equals(PathText.OTHER) ? expr.span() + text : key(expr))) {
      parts++;
      diagnostic = diagnostic.label(expr.span(), text);
    }
  }

  /** What is written twice is shown once. */
  private String key(Expr expr) {
    return expr instanceof Expr.Index || expr instanceof Expr.Member
        ? expr.span().toString()
        : PathText.of(expr);
  }

  private void sources(Expr expr) {
    switch (expr) {
      case Expr.NameRef name -> by.run().names().meaning(name).ifPresent(this::source);
      case Expr.Member member -> {
        setting(member);
        sources(member.target());
      }
      case Expr other -> Subexpressions.of(other).forEach(this::sources);
    }
  }

  private void source(Symbol symbol) {
    switch (symbol) {
      case Symbol.Param param -> param(param);
      case Symbol.Let let -> origin(let.item().value().span(), "`" + let.name() + "` is this");
      case Symbol.Secret _,
          Symbol.Host _,
          Symbol.Resource _,
          Symbol.Type _,
          Symbol.Component _,
          Symbol.Use _,
          Symbol.Place _,
          Symbol.Observed _,
          Symbol.Fn _,
          Symbol.FnParam _,
          Symbol.Loop _,
          Symbol.It _ -> {}
    }
  }

  private void param(Symbol.Param param) {
    RawInput given = by.inputs().parameters().get(param.name());
    if (given != null && by.run().names().contents().params().contains(param)) {
      origin(param.span(), "given by " + given.origin());
    } else {
      param.item().value().ifPresent(it -> origin(it.span(), "the default"));
    }
  }

  private void setting(Expr.Member member) {
    Optional<Access> access = by.run().types().access(member);
    if (value(member.target()).orElse(Value.Null.NULL) instanceof Value.Ref ref
        && access.isPresent()
        && access.get() instanceof Access.Setting(var schema)) {
      by.unfolded()
          .slot(ref.address())
          .ifPresent(
              slot -> {
                boolean written = by.settings().written(slot).contains(schema.name());
                origin(
                    by.settings().span(slot, schema.name()),
                    written ? "set here" : "`" + schema.name() + "` is not set here");
              });
    }
  }

  private void origin(Span span, String text) {
    if (origins.size() < MOST_ORIGINS && origins.add(span)) {
      diagnostic = diagnostic.label(span, text);
    }
  }
}
