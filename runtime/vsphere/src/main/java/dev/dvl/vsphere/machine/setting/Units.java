package dev.dvl.vsphere.machine.setting;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import java.time.Duration;

/** Between the units of programs and those of vSphere, which counts megabytes and megahertz. */
public final class Units {
  private static final long MIB = 1L << 20;
  private static final long KIB = 1L << 10;
  private static final long MHZ = 1_000_000;

  private Units() {}

  public static Value mebibytes(long count) {
    return new Value.Quantity(Dimension.SIZE, count * MIB);
  }

  public static Value kibibytes(long count) {
    return new Value.Quantity(Dimension.SIZE, count * KIB);
  }

  public static Value megahertz(long count) {
    return new Value.Quantity(Dimension.FREQUENCY, count * MHZ);
  }

  public static Value milliseconds(long count) {
    return new Value.Quantity(Dimension.DURATION, Duration.ofMillis(count).toNanos());
  }

  public static long inMebibytes(Value size) {
    return amount(size) / MIB;
  }

  public static long inKibibytes(Value size) {
    return amount(size) / KIB;
  }

  public static long inMegahertz(Value frequency) {
    return amount(frequency) / MHZ;
  }

  public static Duration duration(Value value) {
    return Duration.ofNanos(amount(value));
  }

  public static Duration duration(Value value, Duration otherwise) {
    return value instanceof Value.Quantity ? duration(value) : otherwise;
  }

  /** A whole number, or the amount of a quantity in its base unit. */
  public static long amount(Value value) {
    return switch (value) {
      case Value.Quantity(Dimension ignored, long amount) -> amount;
      case Value.Int(long number) -> number;
      case Value other -> throw new IllegalArgumentException("not a number: " + other);
    };
  }

  public static String text(Value value) {
    if (value instanceof Value.Text(String text)) {
      return text;
    }
    throw new IllegalArgumentException("not a text: " + value);
  }
}
