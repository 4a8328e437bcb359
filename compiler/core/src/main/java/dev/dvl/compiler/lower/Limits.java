package dev.dvl.compiler.lower;

/**
 * How much a program may compute.
 *
 * @param steps expressions evaluated
 * @param bytes characters of text made
 * @param elements elements that one list, map or loop may have
 */
public record Limits(long steps, long bytes, long elements) {
  public static final Limits DEFAULT = new Limits(10_000_000, 256L * 1024 * 1024, 100_000);
}
