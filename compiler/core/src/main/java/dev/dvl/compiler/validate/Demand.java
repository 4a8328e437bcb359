package dev.dvl.compiler.validate;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.source.Span;
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
record Demand(AttributeValue by, String capacity, BigDecimal amount) {

  /** All that is known, in the order of the program. */
  static List<Demand> all(Facts facts) {
    List<Demand> demands = new ArrayList<>();
    for (AttributeValue by : new RuledAttributes(facts, it -> it.consumes().isPresent()).all()) {
      of(by).ifPresent(demands::add);
    }
    return demands;
  }

  private static Optional<Demand> of(AttributeValue by) {
    String consumed = by.attribute().consumes().orElseThrow();
    String capacity = consumed.substring(consumed.indexOf('.') + 1);
    return amount(by.value()).map(amount -> new Demand(by, capacity, amount));
  }

  Instance instance() {
    return by.instance();
  }

  Value value() {
    return by.value();
  }

  Span span() {
    return by.span();
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
