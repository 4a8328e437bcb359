package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.HashMap;
import java.util.Map;

/** The values of {@code plan}, which only running the test knows, and {@code output}. */
record ObservedValues(Run run, Expressions expressions) {

  Value value(Symbol.Observed observed, Scope module) throws Failure {
    return observed.equals(Symbol.Observed.PLAN) ? plan() : outputs(module);
  }

  private static Value plan() {
    Map<String, Value> fields = new HashMap<>();
    fields.put(TestCase.EMPTY, later(TestCase.EMPTY));
    TestCase.COUNTS.forEach(count -> fields.put(count, later(count)));
    return Value.ObjectOf.of(fields);
  }

  private static Value later(String field) {
    return new Value.Deferred(new Term.Var(TestCase.variable(field)));
  }

  private Value outputs(Scope module) throws Failure {
    Map<String, Value> fields = new HashMap<>();
    for (Item.Output output : run.names().contents().outputs()) {
      if (output.value().isPresent()) {
        Value value = expressions.value(output.value().get(), module);
        fields.put(output.name().text(), value);
      }
    }
    return Value.ObjectOf.of(fields);
  }
}
