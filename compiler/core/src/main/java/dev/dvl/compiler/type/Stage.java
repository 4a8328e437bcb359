package dev.dvl.compiler.type;

/**
 * When a value is known. A known value is accepted where a later one is, not the other way round.
 */
public enum Stage {
  /** When planning. */
  KNOWN,
  /** Once something has been applied. */
  LATER;

  /** The later one of two. */
  public Stage or(Stage other) {
    return this == LATER ? LATER : other;
  }
}
