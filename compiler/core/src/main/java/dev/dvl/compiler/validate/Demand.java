package dev.dvl.compiler.validate;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an instance asks for of something that its place has, such as memory.
 *
 * @param capacity the attribute of the place that says how much there is
 */
record Demand(Instance instance, Attribute attribute, String capacity, BigDecimal amount) {

  /** All that is known, in the order of the program. */
  static List<Demand> all(Facts facts) {
    List<Demand> demands = new ArrayList<>();
    for (Instance instance : facts.program().instances()) {
      for (Attribute attribute : facts.kind(instance).attributes()) {
        attribute.consumes().flatMap(it -> of(instance, attribute, it)).ifPresent(demands::add);
      }
    }
    return demands;
  }

  private static Optional<Demand> of(Instance instance, Attribute attribute, String consumed) {
    String capacity = consumed.substring(consumed.indexOf('.') + 1);
    return amount(instance.value(attribute.name()))
        .map(amount -> new Demand(instance, attribute, capacity, amount));
  }

  Value value() {
    return instance.value(attribute.name());
  }

  Span span() {
    return instance.originOf(Path.of(attribute.name()));
  }

  static Optional<BigDecimal> amount(Value value) {
    return switch (value) {
      case Value.Quantity(var ignored, long amount) -> Optional.of(BigDecimal.valueOf(amount));
      case Value.Int(long number) -> Optional.of(BigDecimal.valueOf(number));
      case Value.Decimal(var number) -> Optional.of(number);
      case Value ignored -> Optional.empty();
    };
  }
}
