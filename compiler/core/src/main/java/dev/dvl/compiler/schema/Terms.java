package dev.dvl.compiler.schema;

import dev.dvl.compiler.eval.Signature;
import dev.dvl.compiler.eval.Signatures;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.ObjectKey;
import dev.dvl.compiler.syntax.Subexpressions;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Turns the expressions of rules into terms: those of kinds, and the defaults and conditions inside
 * types. Names stay names; whether there is such a name or function, the caller judges. What no
 * term can say is null in its place, and {@link #refusals} tells of it.
 */
public final class Terms {
  static final Term NOTHING = new Term.Literal(Value.Null.NULL);

  private Terms() {}

  /** Part of an expression that no term can say, and why. */
  public record Refusal(Span span, String reason) {}

  public static Term of(Expr expr) {
    return switch (expr) {
      case Expr.Constant(var ignored, Value value) -> new Term.Literal(value);
      case Expr.NameRef(var ignored, String name) -> new Term.Var(name);
      case Expr.Text text -> text(text);
      case Expr.Parens(var ignored, Expr inner) -> of(inner);
      case Expr.ListLiteral(var ignored, List<Expr> elements) ->
          new Term.Literal(new Value.ListOf(elements.stream().map(Terms::value).toList()));
      case Expr.ObjectLiteral object -> object(object);
      case Expr.Member(var ignored, Expr target, var name, boolean safe) ->
          Term.call(
              safe ? "safe_field" : "field", of(target), new Term.Literal(Value.text(name.text())));
      case Expr.Index(var ignored, Expr target, Expr at, boolean safe) ->
          Term.call(safe ? "safe_index" : "index", of(target), of(at));
      case Expr.Call call -> new Term.Call(call.function().text(), arguments(call));
      case Expr.Unary unary -> unary(unary);
      case Expr.Binary(var ignored, var op, var alsoIgnored, Expr left, Expr right) ->
          Term.call(op.sign(), of(left), of(right));
      case Expr.Conditional(var ignored, Expr condition, Expr then, Expr otherwise) ->
          Term.call("if", of(condition), of(then), of(otherwise));
      case Expr.ListFor _, Expr.ObjectFor _, Expr.Splat _, Expr.Match _, Expr.Broken _ -> NOTHING;
    };
  }

  /** Everything in an expression that no term can say, outermost only. */
  public static List<Refusal> refusals(Expr expr) {
    List<Refusal> found = new ArrayList<>();
    refusals(expr, found);
    return List.copyOf(found);
  }

  private static void refusals(Expr expr, List<Refusal> found) {
    Optional<String> reason =
        switch (expr) {
          case Expr.ListFor ignored -> Optional.of("a rule has no loops");
          case Expr.ObjectFor ignored -> Optional.of("a rule has no loops");
          case Expr.Splat ignored -> Optional.of("a rule has no keyed resources");
          case Expr.Match ignored -> Optional.of("a rule chooses with `if`");
          case Expr ignored -> Optional.empty();
        };
    if (reason.isPresent()) {
      found.add(new Refusal(expr.span(), reason.get()));
      return;
    }
    if (expr instanceof Expr.ObjectLiteral object) {
      for (Expr.Entry entry : object.entries()) {
        if (entry.key() instanceof ObjectKey.Computed(Span span, var ignored)) {
          found.add(new Refusal(span, "keys in a rule are fixed"));
        }
      }
    }
    Subexpressions.of(expr).forEach(inner -> refusals(inner, found));
  }

  private static List<Term> arguments(Expr.Call call) {
    return Signatures.find(call.function().text())
        .filter(signature -> names(call, signature))
        .map(signature -> ordered(call, signature))
        .orElseGet(() -> call.arguments().stream().map(it -> of(it.value())).toList());
  }

  /** Whether arguments go by name, and by names that the function knows. */
  private static boolean names(Expr.Call call, Signature signature) {
    List<String> known = signature.parameters().stream().map(it -> it.name()).toList();
    List<String> given =
        call.arguments().stream().flatMap(it -> it.name().stream()).map(Name::text).toList();
    return !given.isEmpty() && known.containsAll(given);
  }

  private static List<Term> ordered(Expr.Call call, Signature signature) {
    List<Term> ordered = new ArrayList<>();
    for (Signature.Parameter parameter : signature.parameters()) {
      ordered.add(call.argument(parameter.name(), ordered.size()).map(Terms::of).orElse(NOTHING));
    }
    return ordered;
  }

  private static Term unary(Expr.Unary unary) {
    Term operand = of(unary.operand());
    return unary.op() == Expr.UnaryOp.NEGATE
            && operand instanceof Term.Literal(Value.Int(long number))
        ? new Term.Literal(Value.of(-number))
        : Term.call(unary.op().sign(), operand);
  }

  private static Term text(Expr.Text text) {
    return text.literal()
        .map(literal -> (Term) new Term.Literal(Value.text(literal)))
        .orElseGet(() -> new Term.Call("concat", text.parts().stream().map(Terms::part).toList()));
  }

  private static Term part(Expr.Part part) {
    return switch (part) {
      case Expr.Part.Chars(var ignored, String chars) -> new Term.Literal(Value.text(chars));
      case Expr.Part.Hole(var ignored, Expr inner) -> of(inner);
    };
  }

  private static Term object(Expr.ObjectLiteral object) {
    Map<String, Value> fields = new TreeMap<>();
    for (Expr.Entry entry : object.entries()) {
      switch (entry.key()) {
        case ObjectKey.Word(var ignored, String key) -> fields.put(key, value(entry.value()));
        case ObjectKey.Quoted(var ignored, Expr.Text key) ->
            key.literal().ifPresent(name -> fields.put(name, value(entry.value())));
        case ObjectKey.Computed ignored -> {}
      }
    }
    return new Term.Literal(Value.ObjectOf.of(fields));
  }

  private static Value value(Expr expr) {
    return switch (of(expr)) {
      case Term.Literal(Value value) -> value;
      case Term other -> new Value.Deferred(other);
    };
  }
}
