package dev.dvl.compiler.lower.program;

import dev.dvl.compiler.diagnostic.Code;

/** What may be wrong with {@code moved}, {@code adopt} and {@code forget}. */
final class IdentityCodes {
  static final Code NOTHING_THERE = Code.error("DVL1080", "address of nothing");
  static final Code STILL_THERE = Code.error("DVL1081", "move of what has not moved");
  static final Code CIRCLE = Code.error("DVL1082", "moves in a circle");
  static final Code MEETING = Code.error("DVL1083", "moves that meet");
  static final Code NOT_FORGOTTEN = Code.error("DVL1084", "forgotten and still declared");
  static final Code ADOPTED_TWICE = Code.error("DVL1085", "adopted twice");

  private IdentityCodes() {}
}
