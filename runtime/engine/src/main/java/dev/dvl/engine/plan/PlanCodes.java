package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Code;

/** What planning has to say. */
final class PlanCodes {
  static final Code PROTECTED = Code.error("DVL6013", "protected resource would be destroyed");
  static final Code DATA_LOSS = Code.error("DVL6014", "data would be lost");
  static final Code REFUSED = Code.error("DVL6015", "change cannot be made");
  static final Code SECRET_NOT_SET = Code.error("DVL6017", "secret is not set");
  static final Code CIRCLE = Code.error("DVL6046", "changes that wait for each other");
  static final Code CONDITION = Code.error("DVL3017", "condition that live values break");
  static final Code UNENDED = Code.warning("DVL6019", "earlier run did not end");

  private PlanCodes() {}
}
