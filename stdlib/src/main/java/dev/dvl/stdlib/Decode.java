package dev.dvl.stdlib;

import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes known values apart for the records that are made from the kinds. A value of the wrong form
 * is a mistake of the caller: the compiler has checked every program before.
 */
final class Decode {
  private Decode() {}

  static <T> @Nullable T optional(Map<String, Value> fields, String name, Function<Value, T> form) {
    Value value = fields.getOrDefault(name, Value.Null.NULL);
    return value.isNull() ? null : form.apply(value);
  }

  static <T> T orElse(
      Map<String, Value> fields, String name, Function<Value, T> form, Value unset) {
    Value value = fields.getOrDefault(name, Value.Null.NULL);
    return form.apply(value.isNull() ? unset : value);
  }

  static <T> T required(Map<String, Value> fields, String name, Function<Value, T> form) {
    Value value = fields.getOrDefault(name, Value.Null.NULL);
    if (value.isNull()) {
      throw new IllegalArgumentException("`" + name + "` is missing");
    }
    return form.apply(value);
  }

  static <T> T form(Function<Value, T> form, Value value) {
    return form.apply(value);
  }

  static String text(Value value) {
    if (value instanceof Value.Text(String text)) {
      return text;
    }
    throw wrong("a text", value);
  }

  static long whole(Value value) {
    if (value instanceof Value.Int(long number)) {
      return number;
    }
    throw wrong("a whole number", value);
  }

  static int port(Value value) {
    return Math.toIntExact(whole(value));
  }

  static BigDecimal decimal(Value value) {
    return switch (value) {
      case Value.Decimal(BigDecimal number) -> number;
      case Value.Int(long number) -> BigDecimal.valueOf(number);
      case Value other -> throw wrong("a number", other);
    };
  }

  static boolean truth(Value value) {
    if (value instanceof Value.Bool(boolean truth)) {
      return truth;
    }
    throw wrong("true or false", value);
  }

  /** An amount in the base unit of its dimension: bytes, hertz, bytes a second, millionths. */
  static long amount(Value value) {
    if (value instanceof Value.Quantity(var ignored, long amount)) {
      return amount;
    }
    throw wrong("a quantity", value);
  }

  static Duration duration(Value value) {
    return Duration.ofNanos(amount(value));
  }

  static Value.Ref ref(Value value) {
    if (value instanceof Value.Ref ref) {
      return ref;
    }
    throw wrong("a resource", value);
  }

  static <T> Function<Value, List<T>> list(Function<Value, T> form) {
    return value -> elements(value).stream().map(form).toList();
  }

  static <T> Function<Value, SortedMap<String, T>> map(Function<Value, T> form) {
    return value -> {
      SortedMap<String, T> entries = new TreeMap<>();
      object(value).forEach((key, entry) -> entries.put(key, form.apply(entry)));
      return Collections.unmodifiableSortedMap(entries);
    };
  }

  /** An element that is no object stands for an object with only the field that identifies it. */
  static <T> Function<Value, T> lifted(String field, Function<Value, T> form) {
    return value ->
        form.apply(
            value instanceof Value.ObjectOf ? value : Value.ObjectOf.of(Map.of(field, value)));
  }

  static SortedMap<String, Value> object(Value value) {
    return switch (value) {
      case Value.ObjectOf(var fields) -> fields;
      case Value.MapOf(var entries) -> entries;
      case Value other -> throw wrong("an object", other);
    };
  }

  static IllegalArgumentException wrong(String expected, Value value) {
    return new IllegalArgumentException(
        expected + " is expected, not " + value.getClass().getSimpleName());
  }

  private static Collection<Value> elements(Value value) {
    return switch (value) {
      case Value.ListOf(var elements) -> elements;
      case Value.SetOf(var elements) -> elements;
      case Value other -> throw wrong("a list", other);
    };
  }
}
