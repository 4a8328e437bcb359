package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.FieldTypes;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The types of {@code plan} and {@code output} in a test. */
final class ObservedTypes {
  private final Typing typing;

  ObservedTypes(Typing typing) {
    this.typing = typing;
  }

  Type of(Symbol.Observed observed) {
    Map<String, Type.Field> fields = new LinkedHashMap<>();
    if (observed.equals(Symbol.Observed.PLAN)) {
      add(fields, TestCase.EMPTY, new Type.Scalar(ScalarKind.BOOL, Qualifiers.LATER));
      TestCase.COUNTS.forEach(
          count -> add(fields, count, new Type.Scalar(ScalarKind.INT, Qualifiers.LATER)));
    } else {
      typing
          .names()
          .contents()
          .outputs()
          .forEach(output -> add(fields, output.name().text(), type(output)));
    }
    return new Type.ObjectOf(Optional.of(observed.name()), fields, Qualifiers.PLAIN);
  }

  /** Outputs have been checked before any test is. */
  private Type type(Item.Output output) {
    return output
        .type()
        .map(typing.written()::open)
        .or(() -> output.value().map(typing.types()::of))
        .orElse(Shapes.WRONG);
  }

  private static void add(Map<String, Type.Field> fields, String name, Type type) {
    fields.put(name, FieldTypes.of(name, type));
  }
}
