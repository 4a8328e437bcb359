package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Steps;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Joining and leaving networks. An element is a network alone, or one with aliases and addresses.
 */
final class Connecting {
  private Connecting() {}

  /** Completes a step that joins a network. */
  static void join(Steps.Step step, String container, Value element) {
    step.with("container", container).with("membership", element).repeatable().add();
  }

  /** Completes a step that leaves one. */
  static void leave(Steps.Step step, String container, Value element, Set<Address> releases) {
    step.with("container", container)
        .with("network", network(element))
        .releasing(releases)
        .repeatable()
        .add();
  }

  static Value network(Value element) {
    return element instanceof Value.ObjectOf object ? object.field("network") : element;
  }

  static boolean hasAliases(Value element) {
    return element instanceof Value.ObjectOf object
        && !Making.elements(object.field("aliases")).isEmpty();
  }

  static Value withoutAliases(Value element) {
    if (!(element instanceof Value.ObjectOf(var fields))) {
      return element;
    }
    Map<String, Value> others = new TreeMap<>(fields);
    others.remove("aliases");
    return Value.ObjectOf.of(others);
  }

  static String text(Value value, String otherwise) {
    return value instanceof Value.Text(String text) ? text : otherwise;
  }
}
