package dev.dvl.docker;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Values in few letters. */
public final class V {
  private V() {}

  public static Value of(Object plain) {
    return switch (plain) {
      case Value value -> value;
      case String text -> Value.text(text);
      case Boolean flag -> Value.of(flag.booleanValue());
      case Integer number -> Value.of(number.longValue());
      case Long number -> Value.of(number.longValue());
      case BigDecimal decimal -> new Value.Decimal(decimal);
      default -> throw new IllegalArgumentException(String.valueOf(plain));
    };
  }

  public static Value set(Object... elements) {
    return Value.SetOf.of(Arrays.stream(elements).map(V::of).toList());
  }

  public static Value list(Object... elements) {
    return new Value.ListOf(Arrays.stream(elements).map(V::of).toList());
  }

  public static Value map(Object... keysAndValues) {
    return Value.MapOf.of(fields(keysAndValues));
  }

  public static Value object(Object... namesAndValues) {
    return Value.ObjectOf.of(fields(namesAndValues));
  }

  public static Value mib(long amount) {
    return new Value.Quantity(Dimension.SIZE, amount << 20);
  }

  public static Value seconds(long amount) {
    return new Value.Quantity(Dimension.DURATION, amount * 1_000_000_000L);
  }

  public static Value decimal(String text) {
    return new Value.Decimal(new BigDecimal(text));
  }

  static Map<String, Value> fields(Object... pairs) {
    Map<String, Value> fields = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], of(pairs[i + 1]));
    }
    return fields;
  }
}
