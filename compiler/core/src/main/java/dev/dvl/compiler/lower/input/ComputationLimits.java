package dev.dvl.compiler.lower.input;

/**
 * How much a program may compute.
 *
 * @param steps expressions evaluated
 * @param bytes characters of text made
 * @param size about the bytes that one value may have when it is written out
 * @param elements elements that one list, map or loop may have
 */
public record ComputationLimits(long steps, long bytes, long size, long elements) {
  public static final ComputationLimits DEFAULT =
      new ComputationLimits(10_000_000, 64L << 20, 32L << 20, 100_000);
}
