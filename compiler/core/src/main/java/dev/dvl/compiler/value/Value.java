package dev.dvl.compiler.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value of the language. Known values are plain data; what is known later or is secret is {@link
 * Deferred}, and stands only at the leaves: a list with a deferred element is a {@link ListOf}.
 *
 * <p>Equal values mean the same: sets are sorted and without repetition, maps are sorted by code
 * point, decimals carry no trailing zeros, and an absent entry and a null one are the same.
 */
public sealed interface Value {

  /** Nothing: what an unset optional attribute is. */
  record Null() implements Value {
    public static final Null NULL = new Null();
  }

  record Bool(boolean value) implements Value {}

  record Int(long value) implements Value {}

  /** A decimal number of at most 34 digits. */
  record Decimal(BigDecimal value) implements Value {
    public Decimal {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
  }

  /** Text, and all that is written as text: addresses of networks, images, ports, paths. */
  record Text(String value) implements Value {}

  /** An exact amount in the base unit of its dimension. */
  record Quantity(Dimension dimension, long amount) implements Value {}

  record ListOf(List<Value> elements) implements Value {
    public ListOf {
      elements = List.copyOf(elements);
    }
  }

  /** An unordered collection; elements stand in {@link ValueOrder}, each once. */
  record SetOf(List<Value> elements) implements Value {
    public SetOf {
      elements =
          elements.size() < 2
              ? List.copyOf(elements)
              : elements.stream().sorted(ValueOrder.INSTANCE).distinct().toList();
    }

    public static SetOf of(Collection<? extends Value> elements) {
      return new SetOf(List.copyOf(elements));
    }
  }

  /** A map from text to values; also the labelled blocks of a resource. */
  record MapOf(SortedMap<String, Value> entries) implements Value {
    public MapOf {
      entries = sorted(entries);
    }

    public static MapOf of(Map<String, ? extends Value> entries) {
      return new MapOf(readOnly(entries));
    }
  }

  /** An object of a closed type; also a block of a resource. */
  record ObjectOf(SortedMap<String, Value> fields) implements Value {
    public ObjectOf {
      fields = sorted(fields);
    }

    public static ObjectOf of(Map<String, ? extends Value> fields) {
      return new ObjectOf(readOnly(fields));
    }

    /** The field, or null where it is not set. */
    public Value field(String name) {
      return fields.getOrDefault(name, Null.NULL);
    }
  }

  /** A resource used as a value. */
  record Ref(Address address, String kind) implements Value {}

  /** A value that is computed when what its term reads is known. */
  record Deferred(Term term) implements Value {
    /** Whether it uses a secret. */
    public boolean secret() {
      return term.usesSecret();
    }

    /** Whether it reads what only applying makes known. */
    public boolean later() {
      return term.readsResource();
    }
  }

  static Value text(String value) {
    return new Text(value);
  }

  static Value of(boolean value) {
    return new Bool(value);
  }

  static Value of(long value) {
    return new Int(value);
  }

  default boolean isNull() {
    return this instanceof Null;
  }

  /** The same entries as a sorted map, not copied where they are one: the constructor copies. */
  private static SortedMap<String, Value> readOnly(Map<String, ? extends Value> entries) {
    return entries instanceof SortedMap<String, ? extends Value> sorted
        ? Collections.unmodifiableSortedMap(sorted)
        : new TreeMap<>(entries);
  }

  private static SortedMap<String, Value> sorted(Map<String, ? extends Value> entries) {
    SortedMap<String, Value> sorted = new TreeMap<>(Texts::compareCodePoints);
    for (Map.Entry<String, ? extends Value> entry : entries.entrySet()) {
      if (!entry.getValue().isNull()) {
        sorted.put(entry.getKey(), entry.getValue());
      }
    }
    return Collections.unmodifiableSortedMap(sorted);
  }
}
