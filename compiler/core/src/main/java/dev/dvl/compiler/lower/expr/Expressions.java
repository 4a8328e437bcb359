package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.lower.convert.Conversion;
import dev.dvl.compiler.lower.convert.ShownValue;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.LoweringReport;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Computes expressions: what is known becomes a value, what hangs on something later or secret
 * becomes a term. An expression that names no loop variable and no parameter of a function is
 * computed once for all instances.
 */
public final class Expressions {
  private final Run run;
  private final Conversion conversion;
  private final Lets lets;
  private final LoopRounds rounds;
  private final Operators operators;
  private final Matches matches;
  private final Collections collections;
  private final Accesses accesses;
  private final CallExpressions calls;
  private final ClosedExpressions closed;

  public Expressions(Run run, Conversion conversion, FilesRead files, boolean secretsAreKnown) {
    this.run = run;
    this.conversion = conversion;
    this.lets = new Lets(run, this);
    this.rounds = new LoopRounds(run, this);
    this.operators = new Operators(run, this, secretsAreKnown);
    this.matches = new Matches(this, operators);
    this.collections = new Collections(run, this);
    this.accesses = new Accesses(run, this);
    this.calls = new CallExpressions(run, this, files);
    this.closed = new ClosedExpressions(run.names());
  }

  /** The {@code let}s of bodies. */
  public Lets lets() {
    return lets;
  }

  /** The rounds of loops, of comprehensions and of {@code for} around items. */
  public LoopRounds rounds() {
    return rounds;
  }

  /** The value of an expression, converted to the type that is wanted where it stands. */
  public Value value(Expr expr, Scope scope) throws Failure {
    if (!closed.contains(expr)) {
      return fresh(expr, scope);
    }
    Optional<LazyValue> known = closed.cell(expr);
    if (known.isPresent()) {
      return known.get().get();
    }
    LazyValue cell = LazyValue.of("this value", expr.span(), () -> fresh(expr, scope.module()));
    closed.put(expr, cell);
    return cell.get();
  }

  /**
   * A value that is needed only if {@code condition} comes out so. Where that hangs on a parameter
   * that is not given, what is wrong with the value may be just what the condition keeps away.
   */
  Value perhaps(Expr expr, Value condition, Scope scope) throws Failure {
    try {
      return value(expr, scope);
    } catch (Failure e) {
      boolean open = condition instanceof Value.Deferred(Term term) && LoweringReport.isOpen(term);
      if (!open || run.budget().isExhausted() || !e.isWithin(expr.span())) {
        throw e;
      }
      run.report().leave(expr.span(), "this value");
      return condition;
    }
  }

  /** A value that must be known now: a key, a source, a condition of an item, a place. */
  public Value known(Expr expr, Scope scope, String what) throws Failure {
    Value value = value(expr, scope);
    if (value instanceof Value.Deferred) {
      throw run.report().open(value, expr.span(), what);
    }
    return value;
  }

  private Value fresh(Expr expr, Scope scope) throws Failure {
    run.budget().step(expr.span());
    run.budget().descend(expr.span());
    Value value;
    try {
      value = compute(expr, scope);
    } finally {
      run.budget().rise();
    }
    run.budget().size(value, expr.span());
    Optional<Type> wanted = run.types().wanted(expr);
    return wanted.isPresent()
        ? conversion.convert(value, asSecret(expr, wanted.get()), expr.span())
        : value;
  }

  /** What is secret stays so where it is used for something else, and no message shows it. */
  private Type asSecret(Expr expr, Type wanted) {
    return ShownValue.isSecret(run.types().of(expr))
        ? Qualities.with(wanted, Qualifiers.SECRET)
        : wanted;
  }

  private Value compute(Expr expr, Scope scope) throws Failure {
    return switch (expr) {
      case Expr.Constant(Span ignored, Value value) -> value;
      case Expr.NameRef name -> named(name, scope);
      case Expr.Text text -> text(text, scope);
      case Expr.Parens(Span ignored, Expr inner) -> value(inner, scope);
      case Expr.ListLiteral list -> collections.list(list, scope);
      case Expr.ListFor list -> collections.listFor(list, scope);
      case Expr.ObjectLiteral object -> collections.object(object, scope);
      case Expr.ObjectFor object -> collections.objectFor(object, scope);
      case Expr.Member member -> accesses.member(member, scope);
      case Expr.Index index -> accesses.index(index, scope);
      case Expr.Splat splat -> accesses.splat(splat, scope);
      case Expr.Call call -> calls.call(call, scope);
      case Expr.Unary unary -> operators.unary(unary, scope);
      case Expr.Binary binary -> operators.binary(binary, scope);
      case Expr.Conditional conditional -> operators.conditional(conditional, scope);
      case Expr.Match match -> matches.value(match, scope);
      case Expr.Broken ignored -> throw Failure.told();
    };
  }

  private Value named(Expr.NameRef name, Scope scope) throws Failure {
    return scope.value(run.names().meaning(name).orElseThrow(Failure::told), name.span());
  }

  private Value text(Expr.Text text, Scope scope) throws Failure {
    Optional<String> literal = text.literal();
    if (literal.isPresent()) {
      return Value.text(literal.get());
    }
    List<Value> parts = new ArrayList<>(text.parts().size());
    for (Expr.Part part : text.parts()) {
      parts.add(
          switch (part) {
            case Expr.Part.Chars(var ignored, String chars) -> Value.text(chars);
            case Expr.Part.Hole(var ignored, Expr hole) -> value(hole, scope);
          });
    }
    return apply("concat", parts, text.span());
  }

  /** A standard function; its complaint stands at {@code span}. */
  public Value apply(String function, List<Value> arguments, Span span) throws Failure {
    try {
      Value result = StandardFunctions.EVALUATOR.apply(function, arguments);
      charge(result, span);
      return result;
    } catch (EvaluationProblem e) {
      throw Failure.at(LowerCodes.NO_RESULT, span, e.getMessage());
    }
  }

  private void charge(Value result, Span span) throws Failure {
    switch (result) {
      case Value.Text(String text) -> run.budget().text(text.length(), span);
      case Value.ListOf(var elements) -> charge(elements, span);
      case Value.SetOf(var elements) -> charge(elements, span);
      case Value.MapOf(var entries) -> charge(entries.values(), span);
      case Value ignored -> {}
    }
  }

  private void charge(Collection<Value> elements, Span span) throws Failure {
    run.budget().elements(elements.size(), span);
    long length = 0;
    for (Value element : elements) {
      length += element instanceof Value.Text(String text) ? text.length() : 0;
    }
    run.budget().text(length, span);
  }
}
