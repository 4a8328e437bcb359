package dev.dvl.compiler.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The name of an attribute, a block or a field. The enums that are made from the schemas implement
 * it, so that a misspelt name does not compile.
 */
public interface AttributeName {
  /** The name as programs write it. */
  String word();

  /** Where it stands in a resource. */
  default Path path() {
    return Path.of(word());
  }

  /** Whether a place lies in this attribute or block of a resource, or is it. */
  default boolean holds(Path place) {
    return place.attribute().equals(word());
  }

  /** Whether a place is a field of this name. */
  default boolean ends(Path place) {
    return place.steps().getLast() instanceof Path.Step.Field(String name) && name.equals(word());
  }

  /** A few names as programs write them. */
  static Set<String> words(AttributeName... names) {
    return words(Arrays.asList(names));
  }

  /** A few names as programs write them. */
  static Set<String> words(Collection<? extends AttributeName> names) {
    return names.stream().map(AttributeName::word).collect(Collectors.toUnmodifiableSet());
  }
}
