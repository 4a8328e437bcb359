package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Quantities as people write them: {@code 512MiB}, {@code 1h30min}, {@code 50%}. */
public final class QuantityText {
  /** Of each dimension the largest unit first. */
  private static final List<Unit> UNITS =
      List.of(
          new Unit("TiB", Dimension.SIZE, 1L << 40),
          new Unit("TB", Dimension.SIZE, 1_000_000_000_000L),
          new Unit("GiB", Dimension.SIZE, 1L << 30),
          new Unit("GB", Dimension.SIZE, 1_000_000_000L),
          new Unit("MiB", Dimension.SIZE, 1L << 20),
          new Unit("MB", Dimension.SIZE, 1_000_000L),
          new Unit("KiB", Dimension.SIZE, 1L << 10),
          new Unit("kB", Dimension.SIZE, 1_000L),
          new Unit("B", Dimension.SIZE, 1),
          new Unit("d", Dimension.DURATION, 86_400_000_000_000L),
          new Unit("h", Dimension.DURATION, 3_600_000_000_000L),
          new Unit("min", Dimension.DURATION, 60_000_000_000L),
          new Unit("s", Dimension.DURATION, 1_000_000_000L),
          new Unit("ms", Dimension.DURATION, 1_000_000L),
          new Unit("us", Dimension.DURATION, 1_000L),
          new Unit("ns", Dimension.DURATION, 1),
          new Unit("GHz", Dimension.FREQUENCY, 1_000_000_000L),
          new Unit("MHz", Dimension.FREQUENCY, 1_000_000L),
          new Unit("Hz", Dimension.FREQUENCY, 1),
          new Unit("%", Dimension.PERCENT, 10_000L));

  private static final Map<String, Unit> BY_NAME =
      UNITS.stream().collect(Collectors.toUnmodifiableMap(Unit::name, unit -> unit));

  private static final Pattern PART =
      Pattern.compile("([0-9][0-9_]{0,30}(?:\\.[0-9]{1,30})?)([A-Za-z%]{1,3})");

  private QuantityText() {}

  private record Unit(String name, Dimension dimension, long amount) {}

  /** How much of the base unit a named unit is; empty where the dimension has no such unit. */
  static Optional<Long> unit(Dimension dimension, String name) {
    return Optional.ofNullable(BY_NAME.get(name))
        .filter(unit -> unit.dimension() == dimension)
        .map(Unit::amount);
  }

  /** The units of a dimension as a person would list them. */
  static String units(Dimension dimension) {
    return UNITS.reversed().stream()
        .filter(unit -> unit.dimension() == dimension)
        .map(Unit::name)
        .collect(Collectors.joining(", "));
  }

  /** Reads a quantity; empty where {@code text} is none, or does not come out whole. */
  public static Optional<Value.Quantity> read(Dimension dimension, String text) {
    boolean negative = text.startsWith("-");
    int at = negative ? 1 : 0;
    Matcher part = PART.matcher(text);
    BigDecimal sum = BigDecimal.ZERO;
    int parts = 0;
    while (at < text.length()) {
      if (!part.region(at, text.length()).lookingAt()) {
        return Optional.empty();
      }
      Optional<Long> unit = unit(dimension, part.group(2));
      if (unit.isEmpty() || (++parts > 1 && dimension != Dimension.DURATION)) {
        return Optional.empty();
      }
      sum = sum.add(amount(part.group(1), unit.get()));
      at = part.end();
    }
    return parts == 0 ? Optional.empty() : whole(dimension, negative ? sum.negate() : sum);
  }

  private static BigDecimal amount(String number, long unit) {
    return new BigDecimal(number.replace("_", "")).multiply(BigDecimal.valueOf(unit));
  }

  private static Optional<Value.Quantity> whole(Dimension dimension, BigDecimal amount) {
    try {
      return Optional.of(new Value.Quantity(dimension, amount.longValueExact()));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** The quantity in the largest unit in which it is whole. */
  public static String show(Value.Quantity quantity) {
    long amount = quantity.amount();
    return switch (quantity.dimension()) {
      case RATE -> show(new Value.Quantity(Dimension.SIZE, amount)) + "/s";
      case PERCENT -> {
        BigDecimal percent = BigDecimal.valueOf(amount, 4).stripTrailingZeros();
        yield percent
                .setScale(Math.max(0, percent.scale()), RoundingMode.UNNECESSARY)
                .toPlainString()
            + "%";
      }
      case SIZE, DURATION, FREQUENCY -> shown(quantity.dimension(), amount);
    };
  }

  private static String shown(Dimension dimension, long amount) {
    Unit unit =
        unitsOf(dimension)
            .filter(candidate -> amount != 0 && amount % candidate.amount() == 0)
            .findFirst()
            .orElseGet(() -> unitsOf(dimension).reduce((a, b) -> b).orElseThrow());
    return amount / unit.amount() + unit.name();
  }

  private static Stream<Unit> unitsOf(Dimension dimension) {
    return UNITS.stream().filter(unit -> unit.dimension() == dimension);
  }
}
