package dev.dvl.compiler.parse;

import dev.dvl.compiler.value.Dimension;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A unit that may stand behind a number, and how many base units it is worth. */
record Unit(String name, Dimension dimension, BigDecimal factor) {
  static final Unit PERCENT = new Unit("%", Dimension.PERCENT, BigDecimal.valueOf(10_000));

  private static final List<Unit> ALL =
      List.of(
          size("B", 1),
          size("kB", 1_000),
          size("MB", 1_000_000),
          size("GB", 1_000_000_000),
          size("TB", 1_000_000_000_000L),
          size("KiB", 1L << 10),
          size("MiB", 1L << 20),
          size("GiB", 1L << 30),
          size("TiB", 1L << 40),
          time("ns", 1),
          time("us", 1_000),
          time("ms", 1_000_000),
          time("s", 1_000_000_000),
          time("min", 60_000_000_000L),
          time("h", 3_600_000_000_000L),
          time("d", 86_400_000_000_000L),
          new Unit("Hz", Dimension.FREQUENCY, BigDecimal.ONE),
          new Unit("MHz", Dimension.FREQUENCY, BigDecimal.valueOf(1_000_000)),
          new Unit("GHz", Dimension.FREQUENCY, BigDecimal.valueOf(1_000_000_000)));

  static Optional<Unit> of(String name) {
    for (Unit unit : ALL) {
      if (unit.name.equals(name)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /** The unit that is written like {@code name} but for upper and lower case. */
  static Optional<Unit> ignoringCase(String name) {
    return ALL.stream().filter(unit -> unit.name.equalsIgnoreCase(name)).findFirst();
  }

  /** The base unit in the plural. */
  String base() {
    return switch (dimension) {
      case SIZE -> "bytes";
      case DURATION -> "nanoseconds";
      case FREQUENCY -> "hertz";
      case RATE -> "bytes a second";
      case PERCENT -> "ten-thousandths of a percent";
    };
  }

  private static Unit size(String name, long bytes) {
    return new Unit(name, Dimension.SIZE, BigDecimal.valueOf(bytes));
  }

  private static Unit time(String name, long nanoseconds) {
    return new Unit(name, Dimension.DURATION, BigDecimal.valueOf(nanoseconds));
  }
}
