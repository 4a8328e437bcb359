package dev.dvl.compiler.check;

import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the defaults and conditions inside types into terms. They depend on nothing but {@code it};
 * what cannot be said in a term has been reported by then, and becomes null.
 */
final class Terms {
  private static final Term NOTHING = new Term.Literal(Value.Null.NULL);

  private Terms() {}

  static Term of(Expr expr) {
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
      case Expr.Call(var ignored, var function, List<Expr.Argument> arguments) ->
          new Term.Call(function.text(), arguments.stream().map(it -> of(it.value())).toList());
      case Expr.Unary(var ignored, var op, Expr operand) -> Term.call(op.sign(), of(operand));
      case Expr.Binary(var ignored, var op, var sign, Expr left, Expr right) ->
          Term.call(op.sign(), of(left), of(right));
      case Expr.Conditional(var ignored, Expr condition, Expr then, Expr otherwise) ->
          Term.call("if", of(condition), of(then), of(otherwise));
      case Expr.ListFor ignored -> NOTHING;
      case Expr.ObjectFor ignored -> NOTHING;
      case Expr.Splat ignored -> NOTHING;
      case Expr.Match ignored -> NOTHING;
      case Expr.Broken ignored -> NOTHING;
    };
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
      Objects.name(entry.key()).ifPresent(name -> fields.put(name, value(entry.value())));
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
