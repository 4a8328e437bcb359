package dev.dvl.compiler.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A value of the language. Known values are plain data; what is known later or is secret is {@link
 * Deferred}, and stands only at the leaves: a list with a deferred element is a {@link ListOf}.
 *
 * <p>Equal values mean the same: sets are sorted and without repetition, maps are sorted by code
 * point, decimals carry no trailing zeros, and an absent entry and a null one are the same.
 *
 * <p>What walks over values does it by {@link #map} and {@link #leaves}, so that no walk leaves out
 * a sort of compound.
 */
public sealed interface Value {

  /** A single known datum, or none; it holds no other value and points at nothing. */
  sealed interface Scalar extends Value {}

  /** A value that holds others. */
  sealed interface Compound extends Value {
    /** What it holds, in its order. */
    Collection<Value> parts();

    @Override
    <X extends Exception> Value map(Mapping<X> mapping) throws X;

    @Override
    default Stream<Value> leaves() {
      return parts().stream().flatMap(Value::leaves);
    }

    @Override
    default boolean anyTerm(Predicate<Term> wanted) {
      for (Value part : parts()) {
        if (part.anyTerm(wanted)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * What stands in the place of a leaf.
   *
   * @param <X> how it fails
   */
  @FunctionalInterface
  interface Mapping<X extends Exception> {
    Value of(Value leaf) throws X;
  }

  /** Nothing: what an unset optional attribute is. */
  record Null() implements Scalar {
    public static final Null NULL = new Null();
  }

  record Bool(boolean value) implements Scalar {}

  record Int(long value) implements Scalar {}

  /** A decimal number of at most 34 digits. */
  record Decimal(BigDecimal value) implements Scalar {
    public Decimal {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
  }

  /** Text, and all that is written as text: addresses of networks, images, ports, paths. */
  record Text(String value) implements Scalar {}

  /** An exact amount in the base unit of its dimension. */
  record Quantity(Dimension dimension, long amount) implements Scalar {}

  record ListOf(List<Value> elements) implements Compound {
    public ListOf {
      elements = List.copyOf(elements);
    }

    @Override
    public Collection<Value> parts() {
      return elements;
    }

    @Override
    public <X extends Exception> Value map(Mapping<X> mapping) throws X {
      return new ListOf(mapped(elements, mapping));
    }
  }

  /** An unordered collection; elements stand in {@link ValueOrder}, each once. */
  record SetOf(List<Value> elements) implements Compound {
    public SetOf {
      elements =
          elements.size() < 2
              ? List.copyOf(elements)
              : elements.stream().sorted(ValueOrder.INSTANCE).distinct().toList();
    }

    @Override
    public Collection<Value> parts() {
      return elements;
    }

    @Override
    public <X extends Exception> Value map(Mapping<X> mapping) throws X {
      return new SetOf(mapped(elements, mapping));
    }

    public static SetOf of(Collection<? extends Value> elements) {
      return new SetOf(List.copyOf(elements));
    }
  }

  /** A map from text to values; also the labelled blocks of a resource. */
  record MapOf(SortedMap<String, Value> entries) implements Compound {
    public MapOf {
      entries = sorted(entries);
    }

    @Override
    public Collection<Value> parts() {
      return entries.values();
    }

    @Override
    public <X extends Exception> Value map(Mapping<X> mapping) throws X {
      return MapOf.of(mapped(entries, mapping));
    }

    public static MapOf of(Map<String, ? extends Value> entries) {
      return new MapOf(readOnly(entries));
    }
  }

  /** An object of a closed type; also a block of a resource. */
  record ObjectOf(SortedMap<String, Value> fields) implements Compound {
    public ObjectOf {
      fields = sorted(fields);
    }

    @Override
    public Collection<Value> parts() {
      return fields.values();
    }

    @Override
    public <X extends Exception> Value map(Mapping<X> mapping) throws X {
      return ObjectOf.of(mapped(fields, mapping));
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

  /**
   * The same value with each leaf replaced: elements, entries and fields are walked alike at every
   * depth, terms of deferred leaves are not.
   */
  default <X extends Exception> Value map(Mapping<X> mapping) throws X {
    return mapping.of(this);
  }

  /** What stands at its leaves: scalars, references and deferred values. */
  default Stream<Value> leaves() {
    return Stream.of(this);
  }

  /** The references among its leaves. */
  default Stream<Ref> references() {
    return leaves().filter(Ref.class::isInstance).map(Ref.class::cast);
  }

  /** Whether the term of any deferred leaf has a leaf as {@code wanted}. */
  default boolean anyTerm(Predicate<Term> wanted) {
    return this instanceof Deferred(Term term) && term.anyLeaf(wanted);
  }

  /** Gives each leaf of the terms of all deferred leaves to {@code sink}. */
  default void forEachTerm(Consumer<Term> sink) {
    anyTerm(
        leaf -> {
          sink.accept(leaf);
          return false;
        });
  }

  /** Whether every leaf is known now and not secret. */
  default boolean isKnown() {
    return !anyTerm(term -> true);
  }

  private static <X extends Exception> List<Value> mapped(List<Value> values, Mapping<X> mapping)
      throws X {
    List<Value> mapped = new ArrayList<>(values.size());
    for (Value value : values) {
      mapped.add(value.map(mapping));
    }
    return mapped;
  }

  private static <X extends Exception> SortedMap<String, Value> mapped(
      SortedMap<String, Value> values, Mapping<X> mapping) throws X {
    SortedMap<String, Value> mapped = new TreeMap<>(values);
    for (Map.Entry<String, Value> entry : mapped.entrySet()) {
      entry.setValue(entry.getValue().map(mapping));
    }
    return mapped;
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
