package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.PortMapping;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Instance.Update.Order;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is replaced with the new one first holds nothing that is there once: the new one could not
 * start beside the old one.
 */
final class SideBySide implements Rule {
  /** Fields by which one element of a set is somebody's own. */
  private static final Set<String> FIXED = Set.of("address", "address6", "mac");

  @Override
  public void check(Facts facts, Report report) {
    for (Instance instance : facts.program().instances()) {
      if (instance.common().update().order() == Order.START_FIRST) {
        facts
            .kind(instance)
            .attributes()
            .forEach(attribute -> check(instance, attribute).ifPresent(report::add));
      }
    }
  }

  private static Optional<Diagnostic> check(Instance instance, Attribute attribute) {
    Value value = instance.value(attribute.name());
    boolean claims = attribute.unique().isPresent() && !attribute.isName();
    if (claims && elements(value).stream().anyMatch(SideBySide::isClaim)) {
      return Optional.of(
          refuse(instance, attribute, "the old one and the new one would both claim this"));
    }
    if (attribute.by().isPresent() && elements(value).stream().anyMatch(SideBySide::isFixed)) {
      return Optional.of(
          refuse(instance, attribute, "the old one and the new one would have one address"));
    }
    return Optional.empty();
  }

  /** A port mapping without a port of the host claims nothing. */
  private static boolean isClaim(Value element) {
    return switch (element) {
      case Value.Text(String text) ->
          PortMapping.read(text).map(it -> it.host().isPresent()).orElse(true);
      case Value.Null ignored -> false;
      case Value.Deferred ignored -> false;
      case Value ignored -> true;
    };
  }

  private static boolean isFixed(Value element) {
    return element instanceof Value.ObjectOf object
        && FIXED.stream().anyMatch(field -> !object.field(field).isNull());
  }

  private static Diagnostic refuse(Instance instance, Attribute attribute, String text) {
    return Diagnostic.at(RuleCodes.SIDE_BY_SIDE, instance.originOf(Path.of(attribute.name())), text)
        .label(instance.origin(), "replaced with `order = \"start_first\"`")
        .note("With `start_first` the new one starts while the old one still runs.")
        .note("Leave the fixed part to the platform, or let the old one stop first.");
  }

  private static Collection<Value> elements(Value value) {
    return switch (value) {
      case Value.SetOf(var elements) -> elements;
      case Value.ListOf(var elements) -> elements;
      case Value ignored -> List.of();
    };
  }
}
