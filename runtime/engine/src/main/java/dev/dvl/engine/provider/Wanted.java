package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Known values by name: what an op was filled with, or the fields of an object in it. */
public record Wanted(Map<String, Value> values) {
  public Wanted {
    values = Map.copyOf(values);
  }

  /** The fields of an object; an empty one where {@code value} is something else. */
  public static Wanted of(Value value) {
    return switch (value) {
      case Value.ObjectOf(var fields) -> new Wanted(fields);
      case Value.MapOf(var entries) -> new Wanted(entries);
      case Value.ListOf _, Value.SetOf _, Value.Scalar _, Value.Ref _, Value.Deferred _ ->
          new Wanted(Map.of());
    };
  }

  public Value value(String name) {
    return values.getOrDefault(name, Value.Null.NULL);
  }

  public boolean has(String name) {
    return !value(name).isNull();
  }

  public Optional<String> text(String name) {
    return value(name) instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
  }

  public Optional<Long> number(String name) {
    return switch (value(name)) {
      case Value.Int(long number) -> Optional.of(number);
      case Value.Quantity(Dimension ignored, long amount) -> Optional.of(amount);
      case Value.Decimal(var decimal) -> Optional.of(decimal.longValue());
      case Value.Scalar _, Value.Compound _, Value.Ref _, Value.Deferred _ -> Optional.empty();
    };
  }

  public boolean isTrue(String name) {
    return value(name) instanceof Value.Bool(boolean value) && value;
  }

  /** The elements of a list or set; none where there is neither. */
  public List<Value> elements(String name) {
    return switch (value(name)) {
      case Value.ListOf(var elements) -> elements;
      case Value.SetOf(var elements) -> elements;
      case Value.MapOf _, Value.ObjectOf _, Value.Scalar _, Value.Ref _, Value.Deferred _ ->
          List.of();
    };
  }

  public List<String> texts(String name) {
    return elements(name).stream().map(Wanted::plain).toList();
  }

  public Map<String, String> textMap(String name) {
    Map<String, String> texts = new TreeMap<>();
    of(value(name)).values().forEach((key, value) -> texts.put(key, plain(value)));
    return texts;
  }

  /** A scalar as text: a quantity as the number of its least unit. */
  private static String plain(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Int(long number) -> Long.toString(number);
      case Value.Bool(boolean holds) -> Boolean.toString(holds);
      case Value.Decimal(var decimal) -> decimal.toPlainString();
      case Value.Quantity(Dimension ignored, long amount) -> Long.toString(amount);
      case Value.Null ignored -> "";
      case Value.Compound _, Value.Ref _, Value.Deferred _ -> throw scalar(value);
    };
  }

  private static IllegalArgumentException scalar(Value value) {
    return new IllegalArgumentException("not a known scalar: " + value);
  }
}
