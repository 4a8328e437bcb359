package dev.dvl.cli.house;

import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each way in which code knows a name as a text, where {@code disk} and {@code size} are names. */
final class LookUpSamples {
  /** So many places are below, beside what is none. */
  static final int PLACES = 14;

  private final Wanted wanted;
  private final Map<String, Value> values;

  LookUpSamples(Wanted wanted) {
    this.wanted = wanted;
    this.values = wanted.values();
  }

  /** The call counts, whatever the name is: one place. */
  private boolean has(int number, String name) {
    return number > 0 && wanted.has(name);
  }

  private boolean hasAny(List<String> others, String name) {
    return others.stream().anyMatch(it -> it.equals(name));
  }

  /** Three calls of methods that take a name, one of them by way of another. */
  boolean byHelpers(int number) {
    return has(number + values.size(), "disk")
        && hasAny(List.of(), "size")
        && byWayOfAnother("size", number);
  }

  private boolean byWayOfAnother(String name, int number) {
    return has(number, name);
  }

  /** Three. */
  boolean byComparison(Path path, Path.Step step) {
    return path.attribute().equals("disk")
        || "size".equals(path.attribute())
        || step.equals(new Path.Step.Field("none"))
        || Path.of("size").equals(path);
  }

  /** Two. */
  int byCase(String name) {
    return switch (name) {
      case "disk" -> 1;
      case "size" -> 2;
      case "none" -> 3;
      default -> 0;
    };
  }

  /** One. */
  int byPattern(String name) {
    return switch (name) {
      case "disk" -> 1;
      case String other when other.isEmpty() -> 2;
      case String other -> other.length();
    };
  }

  /** Two sets, and two look-ups. */
  boolean bySets(String name) {
    return Set.of("none", "size").contains(name)
        || List.of("disk").contains(name)
        || values.containsKey("disk")
        || Optional.ofNullable(values.get("size")).isPresent();
  }
}
