package dev.dvl.compiler.value;

/** What a quantity measures; amounts are whole numbers of the dimension's base unit. */
public enum Dimension {
  /** Bytes. */
  SIZE,
  /** Nanoseconds. */
  DURATION,
  /** Hertz. */
  FREQUENCY,
  /** Bytes a second; written as a size divided by a duration. */
  RATE,
  /** Millionths: {@code 50%} is 500,000. */
  PERCENT
}
