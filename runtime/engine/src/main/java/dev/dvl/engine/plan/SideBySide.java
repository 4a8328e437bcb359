package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whether a new object can run while the old one still does: not where both would hold something
 * that is there once, such as a port of the host or a fixed address.
 */
record SideBySide(Instance instance, KindSchema kind) {

  List<Diagnostic> findings() {
    List<Diagnostic> found = new ArrayList<>();
    for (Attribute attribute : kind.attributes()) {
      Value value = instance.value(attribute.name());
      boolean once = attribute.unique().flatMap(Attribute.Unique::resource).isPresent();
      if (once && elements(value).stream().anyMatch(SideBySide::claims)) {
        found.add(refuse(attribute, "both would hold this at the same time"));
      }
      if (attribute.by().isPresent() && elements(value).stream().anyMatch(SideBySide::isFixed)) {
        found.add(refuse(attribute, "both would have the same fixed address"));
      }
    }
    return found;
  }

  private Diagnostic refuse(Attribute attribute, String text) {
    return Diagnostic.at(
            PlanCodes.NO_START_FIRST, instance.originOf(Path.of(attribute.name())), text)
        .note("With `order = \"start_first\"` the new one starts before the old one stops.")
        .note("Take the fixed part away, or let the old one stop first.");
  }

  /** A port mapping without a port of the host claims nothing. */
  private static boolean claims(Value element) {
    return element instanceof Value.Text(String text) ? text.contains(":") : !element.isNull();
  }

  private static boolean isFixed(Value element) {
    return element instanceof Value.ObjectOf object
        && (!object.field("address").isNull() || !object.field("mac").isNull());
  }

  private static Collection<Value> elements(Value value) {
    if (value instanceof Value.SetOf(var elements)) {
      return elements;
    }
    return value instanceof Value.ListOf(var elements) ? elements : List.of();
  }
}
