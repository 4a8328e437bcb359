package dev.dvl.compiler.growth;

/** The counter that classes from a {@link CountingLoader} advance. */
public final class Steps {
  private static long taken;

  private Steps() {}

  /** Called from the code that is counted: at the start of each method and before each jump. */
  public static void step() {
    taken++;
  }

  static long taken() {
    return taken;
  }
}
