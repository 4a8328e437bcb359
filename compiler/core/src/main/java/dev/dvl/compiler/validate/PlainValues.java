package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.Collection;
import java.util.Map;

/**
 * What no platform takes, whatever the attribute: the character 0 in a text, which ends texts
 * there, and less than nothing of a size, a time or a frequency. Texts of files may hold anything.
 */
final class PlainValues implements Rule {
  private static final String CONTENT = "text";

  @Override
  public void check(Facts facts, RuleReport report) {
    for (Instance instance : facts.all()) {
      instance.values().forEach((name, value) -> check(instance, Path.of(name), value, report));
    }
  }

  private static void check(Instance instance, Path path, Value value, RuleReport report) {
    switch (value) {
      case Value.Text(String text) when text.indexOf('\0') >= 0 ->
          report.add(refuse(instance, path, "a text here cannot hold the character 0"));
      case Value.Quantity(Dimension dimension, long amount)
          when amount < 0 && dimension != Dimension.PERCENT ->
          negative(instance, path, value, report);
      case Value.ListOf(var elements) -> all(instance, path, elements, report);
      case Value.SetOf(var elements) -> all(instance, path, elements, report);
      case Value.MapOf(var entries) -> entries(instance, path, entries, report);
      case Value.ObjectOf(var fields) ->
          fields.forEach(
              (name, field) -> {
                if (!name.equals(CONTENT)) {
                  check(instance, path.field(name), field, report);
                }
              });
      case Value ignored -> {}
    }
  }

  /** Where the kind itself forbids the value, that has been told. */
  private static void negative(Instance instance, Path path, Value value, RuleReport report) {
    if (!report.hasTold(instance.originOf(path))) {
      report.add(refuse(instance, path, ValueText.of(value) + " is less than nothing"));
    }
  }

  private static void all(
      Instance instance, Path path, Collection<Value> elements, RuleReport report) {
    int index = 0;
    for (Value element : elements) {
      check(instance, path.element(index++), element, report);
    }
  }

  private static void entries(
      Instance instance, Path path, Map<String, Value> entries, RuleReport report) {
    entries.forEach(
        (key, entry) -> {
          check(instance, path, Value.text(key), report);
          check(instance, path.entry(key), entry, report);
        });
  }

  private static Diagnostic refuse(Instance instance, Path path, String text) {
    Span span = instance.originOf(path);
    Diagnostic refused = Diagnostic.at(RuleCodes.NO_PLATFORM, span, text);
    return span.equals(instance.origin())
        ? refused
        : refused.label(instance.origin(), "in `" + instance.address() + "`");
  }
}
