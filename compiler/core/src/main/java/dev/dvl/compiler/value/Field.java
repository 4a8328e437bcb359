package dev.dvl.compiler.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is said of one attribute or field where not all need be said or known: in a plan, while
 * looking for what is wrong with a program, in a change of part of a resource.
 *
 * <p>Null and absent are the same, as in {@link Value}. An attribute that is to go back to its
 * default is set to it, or the call has an argument that says so.
 *
 * @param <T> what it is when it is known
 */
public sealed interface Field<T> {

  /** Nothing is said. */
  record Unset<T>() implements Field<T> {
    private static final Unset<Object> UNSET = new Unset<>();
  }

  record Known<T>(T value) implements Field<T> {}

  /**
   * Something is said, and it is not known as a {@code T}: it is computed when it is applied, or a
   * platform shows what no program can say.
   */
  record Later<T>(Value value) implements Field<T> {}

  @SuppressWarnings("unchecked") // one that holds nothing is of every type
  static <T> Field<T> unset() {
    return (Field<T>) Unset.UNSET;
  }

  /** What is known; empty where nothing is said, too. */
  default Optional<T> known() {
    return this instanceof Known<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /** Whether something is said, known or not. */
  default boolean isSet() {
    return !(this instanceof Unset);
  }

  /** Whether it is known, and {@code other}. */
  default boolean is(T other) {
    return this instanceof Known<T>(T value) && value.equals(other);
  }

  /** What is known, else {@code other}. */
  default T orElse(T other) {
    return this instanceof Known<T>(T value) ? value : other;
  }

  /** What stands inside, where this is known. */
  default <U> Field<U> then(Function<? super T, Field<U>> inner) {
    return switch (this) {
      case Known<T>(T value) -> inner.apply(value);
      case Later<T>(Value value) -> new Later<>(value);
      case Unset<T>() -> unset();
    };
  }

  /** The elements that are known; none where the list is not. */
  static <T> List<T> elements(Field<List<Field<T>>> list) {
    return list.orElse(List.of()).stream().flatMap(it -> it.known().stream()).toList();
  }

  /** The entries that are known; none where the map is not. */
  static <T> SortedMap<String, T> entries(Field<SortedMap<String, Field<T>>> map) {
    SortedMap<String, T> known = new TreeMap<>();
    for (Map.Entry<String, Field<T>> entry : map.orElse(new TreeMap<>()).entrySet()) {
      entry.getValue().known().ifPresent(it -> known.put(entry.getKey(), it));
    }
    return known;
  }
}
