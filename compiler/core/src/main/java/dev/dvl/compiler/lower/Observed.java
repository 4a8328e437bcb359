package dev.dvl.compiler.lower;

import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.HashMap;
import java.util.Map;

/** The values of {@code plan}, which only running the test knows, and {@code output}. */
final class Observed {
  private final Session session;

  Observed(Session session) {
    this.session = session;
  }

  Value value(Symbol.Observed observed) throws Failure {
    return observed.equals(Symbol.Observed.PLAN) ? plan() : outputs();
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

  private Value outputs() throws Failure {
    Map<String, Value> fields = new HashMap<>();
    for (Item.Output output : session.names.contents().outputs()) {
      if (output.value().isPresent()) {
        Value value = session.expressions.value(output.value().get(), Scope.MODULE);
        fields.put(output.name().text(), value);
      }
    }
    return Value.ObjectOf.of(fields);
  }
}
