package dev.dvl.stdlib;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Takes values apart for the records that are made from the kinds: for the forms {@code …Spec},
 * which know everything, and for the forms {@code …Part}.
 */
final class Decode {
  static final Function<Value, String> TEXT = Decode::text;
  static final Function<Value, Long> WHOLE = Decode::whole;
  static final Function<Value, Integer> PORT = Decode::port;
  static final Function<Value, BigDecimal> DECIMAL = Decode::decimal;
  static final Function<Value, Boolean> TRUTH = Decode::truth;
  static final Function<Value, Long> AMOUNT = Decode::amount;
  static final Function<Value, Duration> DURATION = Decode::duration;
  static final Function<Value, Link.Made> REF = Decode::ref;
  static final Function<Value, Link> LINK = Decode::link;

  private Decode() {}

  /** A value of another form: a mistake of the caller, where everything is to be known. */
  static final class WrongForm extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    WrongForm(String message) {
      super(message);
    }
  }

  static <T> Optional<T> optional(Map<String, Value> fields, String name, Function<Value, T> form) {
    Value value = fields.getOrDefault(name, Value.Null.NULL);
    return value.isNull() ? Optional.empty() : Optional.of(form.apply(value));
  }

  static <T> T orElse(
      Map<String, Value> fields, String name, Function<Value, T> form, Value unset) {
    Value value = fields.getOrDefault(name, Value.Null.NULL);
    return form.apply(value.isNull() ? unset : value);
  }

  static <T> T required(Map<String, Value> fields, String name, Function<Value, T> form) {
    Value value = fields.getOrDefault(name, Value.Null.NULL);
    if (value.isNull()) {
      throw new WrongForm("`" + name + "` is missing");
    }
    return form.apply(value);
  }

  static <T> Field<T> field(Map<String, Value> fields, String name, Function<Value, T> form) {
    return field(fields.getOrDefault(name, Value.Null.NULL), form);
  }

  private static <T> Field<T> field(Value value, Function<Value, T> form) {
    if (value.isNull()) {
      return Field.unset();
    }
    if (value instanceof Value.Deferred) {
      return new Field.Later<>(value);
    }
    try {
      return new Field.Known<>(form.apply(value));
    } catch (WrongForm unsayable) {
      return new Field.Later<>(value);
    }
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

  /** A resource; the text that stands in its place later is an id. */
  static Link.Made ref(Value value) {
    return Link.of(value)
        .flatMap(it -> it instanceof Link.Made made ? Optional.of(made) : Link.made(value))
        .orElseThrow(() -> wrong("a resource", value));
  }

  /** A resource or a name; an id that must be told from a name is wrapped. */
  static Link link(Value value) {
    return Link.of(value).orElseThrow(() -> wrong("a resource", value));
  }

  static <T> Function<Value, List<T>> list(Function<Value, T> form) {
    return value -> elements(value).stream().map(form).toList();
  }

  static <T> Function<Value, List<Field<T>>> fields(Function<Value, T> form) {
    return list(value -> field(value, form));
  }

  static <T> Function<Value, SortedMap<String, Field<T>>> fieldMap(Function<Value, T> form) {
    return map(value -> field(value, form));
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

  static WrongForm wrong(String expected, Value value) {
    return new WrongForm(expected + " is expected, not " + value.getClass().getSimpleName());
  }

  private static Collection<Value> elements(Value value) {
    return switch (value) {
      case Value.ListOf(var elements) -> elements;
      case Value.SetOf(var elements) -> elements;
      case Value other -> throw wrong("a list", other);
    };
  }
}
