package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.Collection;

/** A resource of a platform can only use those of its own place: networks, volumes, images. */
final class SamePlace implements Rule {

  @Override
  public void check(Facts facts, RuleReport report) {
    for (Instance instance : facts.program().instances()) {
      for (Attribute attribute : facts.kind(instance).attributes()) {
        if (attribute.samePlace()) {
          refs(facts, report, instance, attribute.name(), instance.value(attribute.name()));
        }
      }
    }
  }

  private static void refs(
      Facts facts, RuleReport report, Instance instance, String attribute, Value value) {
    switch (value) {
      case Value.Ref ref ->
          facts
              .instance(ref.address())
              .filter(other -> !other.place().equals(instance.place()))
              .ifPresent(other -> report.add(elsewhere(instance, attribute, other)));
      case Value.ListOf(var elements) -> all(facts, report, instance, attribute, elements);
      case Value.SetOf(var elements) -> all(facts, report, instance, attribute, elements);
      case Value.MapOf(var entries) -> all(facts, report, instance, attribute, entries.values());
      case Value.ObjectOf(var fields) -> all(facts, report, instance, attribute, fields.values());
      case Value ignored -> {}
    }
  }

  private static void all(
      Facts facts,
      RuleReport report,
      Instance instance,
      String attribute,
      Collection<Value> values) {
    values.forEach(value -> refs(facts, report, instance, attribute, value));
  }

  private static Diagnostic elsewhere(Instance instance, String attribute, Instance other) {
    Span span = instance.originOf(Path.of(attribute));
    return Diagnostic.at(
            RuleCodes.OTHER_PLACE,
            span,
            "`" + other.address() + "` stands on `" + other.place() + "`")
        .label(
            instance.origin(), "`" + instance.address() + "` stands on `" + instance.place() + "`")
        .label(other.origin(), "declared here")
        .note(
            "A "
                + instance.kind()
                + " can only use a "
                + other.kind()
                + " of the place it stands on itself.");
  }
}
