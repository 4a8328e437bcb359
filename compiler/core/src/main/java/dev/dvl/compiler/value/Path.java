package dev.dvl.compiler.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place inside the values of one resource: {@code memory}, {@code health.interval}, {@code
 * env["A"]}, {@code disk["root"].size}.
 *
 * <p>Elements of a set stand under the text of what identifies them; elements of a list under their
 * index, from 0.
 */
public record Path(List<Step> steps) implements Comparable<Path> {
  private static final int GOLDEN_RATIO = 0x9E3779B1;

  public Path {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a path has at least one step");
    }
  }

  /** One step into a value. */
  public sealed interface Step {
    /** An attribute, a block, or a field of an object. */
    record Field(String name) implements Step {}

    /** An entry of a map, a labelled block, or an element of a set. */
    record Entry(String key) implements Step {}

    /** An element of a list. */
    record Element(int index) implements Step {}
  }

  public static Path of(String attribute) {
    return new Path(List.of(new Step.Field(attribute)));
  }

  public Path field(String name) {
    return then(new Step.Field(name));
  }

  public Path entry(String key) {
    return then(new Step.Entry(key));
  }

  public Path element(int index) {
    return then(new Step.Element(index));
  }

  /** The attribute or block in which this path lies. */
  public String attribute() {
    return switch (steps.getFirst()) {
      case Step.Field(String name) -> name;
      case Step.Entry(String key) -> key;
      case Step.Element(int index) -> Integer.toString(index);
    };
  }

  /** Whether this path is {@code other} or lies inside it. */
  public boolean startsWith(Path other) {
    return steps.size() >= other.steps.size()
        && steps.subList(0, other.steps.size()).equals(other.steps);
  }

  /** Spread well: paths differ in small numbers and in one letter, and there are many of them. */
  @Override
  public int hashCode() {
    int hash = 0;
    for (Step step : steps) {
      hash = (hash ^ step.hashCode()) * GOLDEN_RATIO;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Path path && steps.equals(path.steps));
  }

  @Override
  public int compareTo(Path other) {
    return this == other ? 0 : Texts.compareCodePoints(toString(), other.toString());
  }

  @Override
  public String toString() {
    if (steps.size() == 1 && steps.getFirst() instanceof Step.Field(String name)) {
      return name;
    }
    StringBuilder out = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Step.Field(String name) -> out.append(out.isEmpty() ? "" : ".").append(name);
        case Step.Entry(String key) -> out.append('[').append(Texts.quoted(key)).append(']');
        case Step.Element(int index) -> out.append('[').append(index).append(']');
      }
    }
    return out.toString();
  }

  private Path then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Path(longer);
  }
}
