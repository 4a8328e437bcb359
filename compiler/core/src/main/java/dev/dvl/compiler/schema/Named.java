package dev.dvl.compiler.schema;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;

/** An unchangeable list whose elements are also found by name. */
final class Named<T> extends AbstractList<T> implements RandomAccess {
  private final List<T> elements;
  private final Map<String, T> byName;

  private Named(List<T> elements, Map<String, T> byName) {
    this.elements = elements;
    this.byName = byName;
  }

  /** Of several elements with one name the first is found. */
  static <T> List<T> of(List<T> elements, Function<T, String> name) {
    if (elements instanceof Named) {
      return elements;
    }
    Map<String, T> byName = new HashMap<>();
    elements.forEach(element -> byName.putIfAbsent(name.apply(element), element));
    return new Named<>(List.copyOf(elements), byName);
  }

  static <T> Optional<T> find(List<T> elements, String name) {
    return Optional.ofNullable(((Named<T>) elements).byName.get(name));
  }

  @Override
  public T get(int index) {
    return elements.get(index);
  }

  @Override
  public int size() {
    return elements.size();
  }
}
