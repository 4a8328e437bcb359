package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How a component of one type is written as a value, and read from one.
 *
 * @param writing gives null where nothing is to be written
 */
record ArgumentForm<T>(Function<T, Value> writing, Function<Value, T> reading) {

  Value write(T component) {
    return writing.apply(component);
  }

  T read(Value value) {
    return reading.apply(value);
  }

  /** The form of a component's type. */
  @SuppressWarnings("unchecked") // a component is written by the form of its own type
  static ArgumentForm<Object> of(Type type) {
    return (ArgumentForm<Object>)
        (type instanceof ParameterizedType generic ? inside(generic) : plain(type));
  }

  private static ArgumentForm<?> plain(Type type) {
    if (type == String.class) {
      return new ArgumentForm<String>(Value::text, ArgumentForm::text);
    }
    if (type == long.class || type == Long.class) {
      return new ArgumentForm<Long>(Value::of, ArgumentForm::whole);
    }
    if (type == boolean.class || type == Boolean.class) {
      return new ArgumentForm<Boolean>(Value::of, ArgumentForm::truth);
    }
    if (type == Duration.class) {
      return new ArgumentForm<Duration>(
          it -> new Value.Quantity(Dimension.DURATION, it.toNanos()), ArgumentForm::duration);
    }
    return data(type);
  }

  private static ArgumentForm<?> data(Type type) {
    if (type == Link.class) {
      return new ArgumentForm<Link>(
          Link::value, it -> Link.of(it).orElseThrow(() -> wrong("a resource or a name", it)));
    }
    if (type == Link.Made.class) {
      return new ArgumentForm<Link.Made>(
          Link::plain, it -> Link.made(it).orElseThrow(() -> wrong("a resource", it)));
    }
    if (type == Value.class) {
      return new ArgumentForm<Value>(it -> it, it -> it);
    }
    if (type == Value.ObjectOf.class) {
      return new ArgumentForm<Value.ObjectOf>(
          it -> it, it -> Value.ObjectOf.of(Wanted.of(it).values()));
    }
    if (type == Value.MapOf.class) {
      return new ArgumentForm<Value.MapOf>(it -> it, it -> Value.MapOf.of(Wanted.of(it).values()));
    }
    throw new IllegalArgumentException("an argument cannot be a " + type.getTypeName());
  }

  private static ArgumentForm<?> inside(ParameterizedType type) {
    Type[] inner = type.getActualTypeArguments();
    ArgumentForm<Object> element = of(inner[inner.length - 1]);
    Type outer = type.getRawType();
    if (outer == Optional.class) {
      return new ArgumentForm<Optional<Object>>(
          it -> it.map(element::write).orElse(Value.Null.NULL),
          it -> it.isNull() ? Optional.empty() : Optional.of(element.read(it)));
    }
    if (outer == Field.class) {
      return new ArgumentForm<Field<Object>>(it -> field(it, element), it -> field(it, element));
    }
    if (outer == List.class) {
      return new ArgumentForm<List<Object>>(
          it -> it.isEmpty() ? Value.Null.NULL : new Value.ListOf(all(it, element)),
          it -> elements(it).stream().map(element::read).toList());
    }
    if (outer == Set.class) {
      return new ArgumentForm<Set<Object>>(
          it -> it.isEmpty() ? Value.Null.NULL : new Value.SetOf(all(it, element)),
          it -> new LinkedHashSet<>(elements(it).stream().map(element::read).toList()));
    }
    if (outer == SortedMap.class) {
      return new ArgumentForm<SortedMap<String, Object>>(
          it -> it.isEmpty() ? Value.Null.NULL : Value.MapOf.of(written(it, element)),
          it -> read(Wanted.of(it).values(), element));
    }
    throw new IllegalArgumentException("an argument cannot be a " + type.getTypeName());
  }

  private static Value field(Field<Object> field, ArgumentForm<Object> form) {
    return switch (field) {
      case Field.Unset<Object>() -> Value.Null.NULL;
      case Field.Known<Object>(Object known) -> form.write(known);
      case Field.Later<Object>(Value later) -> later;
    };
  }

  private static Field<Object> field(Value value, ArgumentForm<Object> form) {
    if (value.isNull()) {
      return Field.unset();
    }
    return value instanceof Value.Deferred
        ? new Field.Later<>(value)
        : new Field.Known<>(form.read(value));
  }

  private static List<Value> all(Collection<Object> elements, ArgumentForm<Object> form) {
    return elements.stream().map(form::write).toList();
  }

  private static SortedMap<String, Value> written(
      Map<String, Object> entries, ArgumentForm<Object> form) {
    SortedMap<String, Value> written = new TreeMap<>();
    entries.forEach((key, entry) -> written.put(key, form.write(entry)));
    return written;
  }

  private static SortedMap<String, Object> read(
      Map<String, Value> entries, ArgumentForm<Object> form) {
    SortedMap<String, Object> read = new TreeMap<>();
    entries.forEach((key, entry) -> read.put(key, form.read(entry)));
    return read;
  }

  private static List<Value> elements(Value value) {
    return new Wanted(Map.of("all", value)).elements("all");
  }

  private static String text(Value value) {
    if (value instanceof Value.Text(String text)) {
      return text;
    }
    throw wrong("a text", value);
  }

  private static long whole(Value value) {
    if (value instanceof Value.Int(long number)) {
      return number;
    }
    throw wrong("a whole number", value);
  }

  /** What is not said is not so. */
  private static boolean truth(Value value) {
    return value instanceof Value.Bool(boolean truth) && truth;
  }

  private static Duration duration(Value value) {
    if (value instanceof Value.Quantity(Dimension ignored, long nanos)) {
      return Duration.ofNanos(nanos);
    }
    throw wrong("a duration", value);
  }

  private static IllegalArgumentException wrong(String expected, Value value) {
    String found = value.isNull() ? "nothing" : value.getClass().getSimpleName();
    return new IllegalArgumentException(expected + " is expected, not " + found);
  }
}
