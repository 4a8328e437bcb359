package dev.dvl.compiler.eval;

import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** Conversions by name: {@code int("7")}, {@code ip(x)}, {@code string(8)}. */
final class ConversionFunctions {
  private ConversionFunctions() {}

  static final Map<String, Function> FUNCTIONS = functions();

  private static Map<String, Function> functions() {
    Map<String, Function> functions = new TreeMap<>();
    for (ScalarKind kind : ScalarKind.values()) {
      functions.put(kind.word(), Arguments.function(it -> convert(kind, it.at(0))));
    }
    return functions;
  }

  private static Value convert(ScalarKind kind, Value value) throws EvaluationProblem {
    return switch (value) {
      case Value.Text(String text) -> ScalarText.read(kind, text);
      case Value.Decimal(var number) when kind == ScalarKind.INT -> whole(number);
      case Value.Int(long number) when kind == ScalarKind.DECIMAL ->
          new Value.Decimal(BigDecimal.valueOf(number));
      case Value.Int(long number) when kind == ScalarKind.PORT ->
          ScalarText.read(kind, Long.toString(number));
      case Value other when kind == ScalarKind.STRING -> Value.text(string(other));
      case Value other when isOf(kind, other) -> other;
      case Value other ->
          throw new EvaluationProblem(
              ValueText.kind(other) + " cannot be made a value of type `" + kind.word() + "`");
    };
  }

  private static Value whole(BigDecimal number) throws EvaluationProblem {
    if (number.stripTrailingZeros().scale() > 0) {
      throw new EvaluationProblem(
          Numbers.plain(number) + " is not whole: use floor, ceil or round");
    }
    return Numbers.whole(number, RoundingMode.UNNECESSARY);
  }

  private static String string(Value value) throws EvaluationProblem {
    return value instanceof Value.Quantity quantity
        ? QuantityText.show(quantity)
        : StringFunctions.interpolated(value);
  }

  private static boolean isOf(ScalarKind kind, Value value) {
    return switch (value) {
      case Value.Int ignored -> kind == ScalarKind.INT;
      case Value.Decimal ignored -> kind == ScalarKind.DECIMAL;
      case Value.Bool ignored -> kind == ScalarKind.BOOL;
      case Value.Quantity(Dimension dimension, var ignored) -> kind.name().equals(dimension.name());
      case Value ignored -> false;
    };
  }
}
