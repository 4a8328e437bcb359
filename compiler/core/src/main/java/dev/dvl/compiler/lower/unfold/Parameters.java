package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.lower.convert.Conditions;
import dev.dvl.compiler.lower.convert.Conversion;
import dev.dvl.compiler.lower.convert.RawReader;
import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.expr.LazyValue;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.input.RawInput;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
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
  private final Run run;
  private final Inputs inputs;
  private final Expressions expressions;
  private final Conversion conversion;
  private final ConditionExplainer explainer;
  private final Map<String, Expr> written;
  private final IdentityHashMap<Symbol.Param, LazyValue> cells = new IdentityHashMap<>();

  /** {@code written}: what a test of the program gives. */
  Parameters(
      Run run,
      Inputs inputs,
      Expressions expressions,
      Conversion conversion,
      ConditionExplainer explainer,
      Map<String, Expr> written) {
    this.run = run;
    this.inputs = inputs;
    this.expressions = expressions;
    this.conversion = conversion;
    this.explainer = explainer;
    this.written = Map.copyOf(written);
  }

  Value value(Symbol.Param param, Scope module) throws Failure {
    return cells
        .computeIfAbsent(
            param, it -> LazyValue.of("`" + it.name() + "`", it.span(), () -> compute(it, module)))
        .get();
  }

  /** All of them, checked; what is wrong with one is reported. */
  Map<String, Value> all(Scope module) {
    reportUnknown();
    Map<String, Value> values = new HashMap<>();
    for (Symbol.Param param : run.names().contents().params()) {
      try {
        values.put(param.name(), value(param, module));
      } catch (Failure e) {
        run.report().report(e);
      }
    }
    return values;
  }

  private void reportUnknown() {
    Map<String, RawInput> given = inputs.parameters();
    given.keySet().stream()
        .filter(
            name ->
                run.names().contents().params().stream().noneMatch(it -> it.name().equals(name)))
        .sorted()
        .forEach(name -> run.report().report(unknown(name, given)));
  }

  private Diagnostic unknown(String name, Map<String, RawInput> given) {
    RawInput input = given.getOrDefault(name, new RawInput.Nothing("nowhere"));
    String known =
        run.names().contents().params().isEmpty()
            ? "The program has no parameters."
            : "The parameters are "
                + String.join(
                    ", ",
                    run.names().contents().params().stream()
                        .map(it -> "`" + it.name() + "`")
                        .toList())
                + ".";
    return Diagnostic.without(
            LowerCodes.PARAM_UNKNOWN,
            "`" + name + "`, given by " + input.origin() + ", is no parameter of the program.")
        .note(known);
  }

  private Value compute(Symbol.Param param, Scope module) throws Failure {
    RawInput given = inputs.parameters().get(param.name());
    Item.Param item = param.item();
    Expr tested = written.get(param.name());
    if (tested != null) {
      Value value = expressions.value(tested, module);
      return held(param, value, "The test sets it.", module);
    }
    if (given != null) {
      return held(param, read(param, given), "It comes from " + given.origin() + ".", module);
    }
    if (item.value().isPresent()) {
      Value value = expressions.value(item.value().get(), module);
      return held(param, value, "It is the default.", module);
    }
    if (run.types().of(param) instanceof Type.Maybe) {
      return held(param, Value.Null.NULL, "No value is given.", module);
    }
    if (inputs.open()) {
      return held(
          param, new Value.Deferred(new Term.Var(param.name())), "No value is given.", module);
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
    Type type = run.types().of(param);
    RawReader.Reading reading = RawReader.read(given, type, param.name());
    if (reading.value().isPresent()) {
      return conversion.convert(reading.value().get(), type, param.span());
    }
    throw new Failure(
        Diagnostic.at(
                LowerCodes.PARAM_TYPE,
                param.item().type().span(),
                "the value given for `" + param.name() + "` is no `" + TypeText.of(type) + "`")
            .note(reading.problem()));
  }

  private Value held(Symbol.Param param, Value value, String from, Scope module) throws Failure {
    Optional<Where> where = param.item().where();
    if (where.isEmpty() || value.isNull()) {
      return value;
    }
    Scope scope = module.with(run.names().it(where.get()), value);
    Span span = where.get().condition().span();
    Value holds = expressions.value(where.get().condition(), scope);
    if (holds instanceof Value.Deferred) {
      run.report().leave(span, "the condition of `" + param.name() + "`");
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
            ? Conditions.said(expressions.value(message.get(), scope))
            : "this does not hold";
    Diagnostic forbidden =
        Diagnostic.at(LowerCodes.FORBIDDEN, span, text)
            .label(param.span(), "`" + param.name() + "` is " + ValueText.of(value))
            .note(from);
    throw new Failure(explainer.explain(forbidden, where.get().condition(), scope));
  }
}
