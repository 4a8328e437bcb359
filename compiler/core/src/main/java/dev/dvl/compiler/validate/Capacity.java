package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Nothing asks for more than its place says it has. What all ask for together may be more. */
final class Capacity implements Rule {

  @Override
  public void check(Facts facts, Report report) {
    for (Instance instance : facts.program().instances()) {
      for (Attribute attribute : facts.kind(instance).attributes()) {
        if (attribute.consumes().isPresent()) {
          check(facts, report, instance, attribute, attribute.consumes().get());
        }
      }
    }
  }

  private static void check(
      Facts facts, Report report, Instance instance, Attribute attribute, String consumed) {
    String capacity = consumed.substring(consumed.indexOf('.') + 1);
    Value wanted = instance.value(attribute.name());
    Value there = facts.ofPlace(instance.place(), capacity);
    Optional<BigDecimal> asked = amount(wanted);
    Optional<BigDecimal> had = amount(there);
    if (asked.isPresent() && had.isPresent() && asked.get().compareTo(had.get()) > 0) {
      report.add(
          Diagnostic.at(
                  RuleCodes.CAPACITY,
                  instance.originOf(Path.of(attribute.name())),
                  "`"
                      + instance.place()
                      + "` has "
                      + ValueText.of(there)
                      + ", and this is "
                      + ValueText.of(wanted))
              .label(instance.origin(), "in `" + instance.address() + "`"));
    }
  }

  private static Optional<BigDecimal> amount(Value value) {
    return switch (value) {
      case Value.Quantity(var ignored, long amount) -> Optional.of(BigDecimal.valueOf(amount));
      case Value.Int(long number) -> Optional.of(BigDecimal.valueOf(number));
      case Value.Decimal(var number) -> Optional.of(number);
      case Value ignored -> Optional.empty();
    };
  }
}
