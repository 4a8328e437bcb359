package dev.dvl.compiler.lower;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Where;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of the program: what is given, else the default, both held to the conditions. */
final class Parameters {
  private final Session session;
  private final Map<String, Expr> written;
  private final IdentityHashMap<Symbol.Param, Cell> cells = new IdentityHashMap<>();

  Parameters(Session session, Map<String, Expr> written) {
    this.session = session;
    this.written = Map.copyOf(written);
  }

  Value value(Symbol.Param param) throws Failure {
    return cells
        .computeIfAbsent(param, it -> Cell.of("`" + it.name() + "`", it.span(), () -> compute(it)))
        .get();
  }

  /** Whether a term waits for a parameter that is not given. */
  boolean isOpen(Term term) {
    return term.anyLeaf(leaf -> leaf instanceof Term.Var);
  }

  /** All of them, checked; what is wrong with one is reported. */
  Map<String, Value> all() {
    reportUnknown();
    Map<String, Value> values = new HashMap<>();
    for (Symbol.Param param : session.names.contents().params()) {
      try {
        values.put(param.name(), value(param));
      } catch (Failure e) {
        session.report(e);
      }
    }
    return values;
  }

  private void reportUnknown() {
    Map<String, RawInput> given = session.inputs.parameters();
    given.keySet().stream()
        .filter(
            name ->
                session.names.contents().params().stream().noneMatch(it -> it.name().equals(name)))
        .sorted()
        .forEach(name -> session.report(unknown(name, given)));
  }

  private Diagnostic unknown(String name, Map<String, RawInput> given) {
    RawInput input = given.getOrDefault(name, new RawInput.Nothing("nowhere"));
    String known =
        session.names.contents().params().isEmpty()
            ? "The program has no parameters."
            : "The parameters are "
                + String.join(
                    ", ",
                    session.names.contents().params().stream()
                        .map(it -> "`" + it.name() + "`")
                        .toList())
                + ".";
    return Diagnostic.without(
            LowerCodes.PARAM_UNKNOWN,
            "`" + name + "`, given by " + input.origin() + ", is no parameter of the program.")
        .note(known);
  }

  private Value compute(Symbol.Param param) throws Failure {
    RawInput given = session.inputs.parameters().get(param.name());
    Item.Param item = param.item();
    Expr tested = written.get(param.name());
    if (tested != null) {
      Value value = session.expressions.value(tested, Scope.MODULE);
      return held(param, value, "The test sets it.");
    }
    if (given != null) {
      return held(param, read(param, given), "It comes from " + given.origin() + ".");
    }
    if (item.value().isPresent()) {
      Value value = session.expressions.value(item.value().get(), Scope.MODULE);
      return held(param, value, "It is the default.");
    }
    if (session.types.of(param) instanceof Type.Maybe) {
      return held(param, Value.Null.NULL, "No value is given.");
    }
    if (session.inputs.open()) {
      return held(param, new Value.Deferred(new Term.Var(param.name())), "No value is given.");
    }
    throw new Failure(missing(param));
  }

  private static Diagnostic missing(Symbol.Param param) {
    return Diagnostic.at(
            LowerCodes.PARAM_MISSING, param.span(), "`" + param.name() + "` has no default")
        .note(
            "Give it with `--param "
                + param.name()
                + "=…`, in a file with `--params`, or in the variable `DVL_PARAM_"
                + param.name()
                + "`.");
  }

  private Value read(Symbol.Param param, RawInput given) throws Failure {
    Type type = session.types.of(param);
    RawReader.Reading reading = RawReader.read(given, type, param.name());
    if (reading.value().isPresent()) {
      return session.conversion.convert(reading.value().get(), type, param.span());
    }
    throw new Failure(
        Diagnostic.at(
                LowerCodes.PARAM_TYPE,
                param.item().type().span(),
                "the value given for `" + param.name() + "` is no `" + TypeText.of(type) + "`")
            .note(reading.problem()));
  }

  private Value held(Symbol.Param param, Value value, String from) throws Failure {
    Optional<Where> where = param.item().where();
    if (where.isEmpty() || value.isNull()) {
      return value;
    }
    Scope scope = Scope.MODULE.with(session.names.it(where.get()), value);
    Span span = where.get().condition().span();
    Value holds = session.expressions.value(where.get().condition(), scope);
    if (holds instanceof Value.Deferred) {
      session.leave(span, "the condition of `" + param.name() + "`");
    }
    if (!holds.equals(Value.of(false))) {
      return value;
    }
    if (value instanceof Value.Deferred) {
      throw Failure.at(LowerCodes.FORBIDDEN, span, Conditions.NEVER);
    }
    Optional<Expr> message = where.get().message();
    String text =
        message.isPresent()
            ? Conditions.said(session.expressions.value(message.get(), scope))
            : "this does not hold";
    Diagnostic forbidden =
        Diagnostic.at(LowerCodes.FORBIDDEN, span, text)
            .label(param.span(), "`" + param.name() + "` is " + ValueText.of(value))
            .note(from);
    throw new Failure(PowerAssert.explain(session, forbidden, where.get().condition(), scope));
  }
}
