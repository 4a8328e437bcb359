package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Code;

/** What may be wrong with the form of a test. */
final class TestCodes {
  static final Code STATEMENT = Code.error("DVL1100", "statement that a test does not know");
  static final Code WRITTEN_OUT = Code.error("DVL1101", "not written out in a test");

  private TestCodes() {}
}
