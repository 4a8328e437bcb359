package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.diagnostic.Code;

/** Why what a program wants may not be. */
final class JudgeCodes {
  static final Code PROTECTED = Code.error("DVL6013", "protected resource would be destroyed");
  static final Code DATA_LOSS = Code.error("DVL6014", "data would be lost");
  static final Code REFUSED = Code.error("DVL6015", "change cannot be made");

  private JudgeCodes() {}
}
