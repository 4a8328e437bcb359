package dev.dvl.engine.diff;

import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;

/** Finds the part of a value that a path leads to. */
public final class ValuePart {
  private ValuePart() {}

  /** The part under the steps of {@code path} behind its first; null where there is none. */
  public static Value of(Value attribute, Path path) {
    Value value = attribute;
    for (Path.Step step : path.steps().subList(1, path.steps().size())) {
      value = step(value, step);
    }
    return value;
  }

  private static Value step(Value value, Path.Step step) {
    return switch (step) {
      case Path.Step.Field(String name) ->
          value instanceof Value.ObjectOf object ? object.field(name) : Value.Null.NULL;
      case Path.Step.Entry(String key) ->
          value instanceof Value.MapOf(var entries)
              ? entries.getOrDefault(key, Value.Null.NULL)
              : Value.Null.NULL;
      case Path.Step.Element(int index) ->
          value instanceof Value.ListOf(var elements) && index < elements.size()
              ? elements.get(index)
              : Value.Null.NULL;
    };
  }
}
