package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.ObjectKey;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the expressions of a schema into terms over the names of a {@link Scope}. */
final class TermReader {
  private static final Term NOTHING = new Term.Literal(Value.Null.NULL);

  private final Scope scope;
  private final Diagnostics diagnostics;

  TermReader(Scope scope, Diagnostics diagnostics) {
    this.scope = scope;
    this.diagnostics = diagnostics;
  }

  Term read(Expr expr) {
    return switch (expr) {
      case Expr.Constant(var ignored, Value value) -> new Term.Literal(value);
      case Expr.NameRef name -> variable(name);
      case Expr.Text text -> text(text);
      case Expr.Parens(var ignored, Expr inner) -> read(inner);
      case Expr.ListLiteral(var ignored, List<Expr> elements) ->
          new Term.Literal(new Value.ListOf(elements.stream().map(this::value).toList()));
      case Expr.ObjectLiteral object -> object(object);
      case Expr.Member member -> member(member);
      case Expr.Index(var ignored, Expr target, Expr at, boolean safe) ->
          Term.call(safe ? "safe_index" : "index", read(target), read(at));
      case Expr.Call call -> call(call);
      case Expr.Unary unary -> unary(unary);
      case Expr.Binary(var ignored, var op, var alsoIgnored, Expr left, Expr right) ->
          Term.call(op.sign(), read(left), read(right));
      case Expr.Conditional(var ignored, Expr condition, Expr then, Expr otherwise) ->
          Term.call("if", read(condition), read(then), read(otherwise));
      case Expr.ListFor loop -> refuse(loop.span(), "a rule has no loops");
      case Expr.ObjectFor loop -> refuse(loop.span(), "a rule has no loops");
      case Expr.Splat splat -> refuse(splat.span(), "a rule has no keyed resources");
      case Expr.Match match -> refuse(match.span(), "a rule chooses with `if`");
      case Expr.Broken ignored -> NOTHING;
    };
  }

  private Term variable(Expr.NameRef name) {
    if (!scope.names().contains(name.name())) {
      unknown(SchemaCodes.UNKNOWN_VARIABLE, name.span(), name.name(), "a name", scope.names());
    }
    return new Term.Var(name.name());
  }

  private Term member(Expr.Member member) {
    Name part = member.name();
    if (member.target() instanceof Expr.NameRef(var ignored, String owner)) {
      scope
          .parts(owner)
          .filter(parts -> !parts.contains(part.text()))
          .ifPresent(
              parts ->
                  unknown(SchemaCodes.UNKNOWN_VARIABLE, part.span(), part.text(), "a part", parts));
    }
    String function = member.safe() ? "safe_field" : "field";
    return Term.call(function, read(member.target()), new Term.Literal(Value.text(part.text())));
  }

  private Term call(Expr.Call call) {
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
    return new Term.Call(
        function, call.arguments().stream().map(argument -> read(argument.value())).toList());
  }

  private Term unary(Expr.Unary unary) {
    Term operand = read(unary.operand());
    return switch (unary.op()) {
      case NOT -> Term.call("!", operand);
      case NEGATE ->
          operand instanceof Term.Literal(Value.Int(long number))
              ? new Term.Literal(Value.of(-number))
              : Term.call("-", operand);
    };
  }

  private Term text(Expr.Text text) {
    return text.literal()
        .map(literal -> (Term) new Term.Literal(Value.text(literal)))
        .orElseGet(() -> new Term.Call("concat", text.parts().stream().map(this::part).toList()));
  }

  private Term part(Expr.Part part) {
    return switch (part) {
      case Expr.Part.Chars(var ignored, String chars) -> new Term.Literal(Value.text(chars));
      case Expr.Part.Hole(var ignored, Expr expr) -> read(expr);
    };
  }

  private Term object(Expr.ObjectLiteral object) {
    Map<String, Value> fields = new TreeMap<>();
    for (Expr.Entry entry : object.entries()) {
      switch (entry.key()) {
        case ObjectKey.Word(var ignored, String key) -> fields.put(key, value(entry.value()));
        case ObjectKey.Quoted(var ignored, Expr.Text key) ->
            fields.put(key.literal().orElse(""), value(entry.value()));
        case ObjectKey.Computed(Span span, var ignored) -> refuse(span, "keys in a rule are fixed");
      }
    }
    return new Term.Literal(Value.ObjectOf.of(fields));
  }

  private Value value(Expr expr) {
    return switch (read(expr)) {
      case Term.Literal(Value value) -> value;
      case Term other -> new Value.Deferred(other);
    };
  }

  private Term refuse(Span span, String text) {
    diagnostics.report(Diagnostic.at(SchemaCodes.RULE_FORM, span, text));
    return NOTHING;
  }

  private void unknown(Code code, Span span, String name, String what, Collection<String> known) {
    Diagnostic unknown = Diagnostic.at(code, span, "nothing here is called `" + name + "`");
    diagnostics.report(Spelling.note(what, name, known).map(unknown::note).orElse(unknown));
  }
}
