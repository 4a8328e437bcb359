package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Code;

/** What planning has to say. */
final class PlanCodes {
  static final Code SECRET_NOT_SET = Code.error("DVL6017", "secret is not set");
  static final Code CONDITION = Code.error("DVL3017", "condition that live values break");
  static final Code UNENDED = Code.warning("DVL6019", "earlier run did not end");

  private PlanCodes() {}
}
