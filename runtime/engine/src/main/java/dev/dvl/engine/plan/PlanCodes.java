package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Code;

/** What planning has to say. */
final class PlanCodes {
  static final Code NOT_OURS = Code.error("DVL6010", "object exists and is not ours");
  static final Code OTHER_STACK = Code.error("DVL6011", "object belongs to another stack");
  static final Code COPY = Code.warning("DVL6012", "copy of an object of this stack");
  static final Code PROTECTED = Code.error("DVL6013", "protected resource would be destroyed");
  static final Code DATA_LOSS = Code.error("DVL6014", "data would be lost");
  static final Code REFUSED = Code.error("DVL6015", "change cannot be made");
  static final Code HOST_LEFT = Code.error("DVL6016", "host still has objects of this stack");
  static final Code SECRET_NOT_SET = Code.error("DVL6017", "secret is not set");
  static final Code NO_TARGET = Code.error("DVL6018", "nothing is selected");
  static final Code CONDITION = Code.error("DVL3017", "condition that live values break");
  static final Code UNENDED = Code.warning("DVL6019", "earlier run did not end");

  private PlanCodes() {}
}
