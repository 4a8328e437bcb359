package dev.dvl.compiler.check.item;

import dev.dvl.compiler.diagnostic.Code;

/** What may be wrong with what a test says. */
final class TestCodes {
  static final Code UNKNOWN = Code.error("DVL1102", "test sets what there is not");
  static final Code FAULT = Code.error("DVL1103", "fault without a call");

  private TestCodes() {}
}
