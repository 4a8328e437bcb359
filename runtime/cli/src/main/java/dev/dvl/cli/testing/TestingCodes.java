package dev.dvl.cli.testing;

import dev.dvl.compiler.diagnostic.Code;

/** Why a test fails. */
final class TestingCodes {
  static final Code NOT_SO = Code.error("DVL8050", "expectation that does not hold");
  static final Code NO_ERROR = Code.error("DVL8051", "expected error that did not come");
  static final Code WRONG = Code.error("DVL8052", "error that a test does not expect");
  static final Code APPLY = Code.error("DVL8053", "apply that ended otherwise than expected");
  static final Code SNAPSHOT = Code.error("DVL8054", "plan that is not as it was");
  static final Code TOO_LONG = Code.error("DVL8055", "test that took too long");
  static final Code NO_VALUE = Code.error("DVL8056", "expectation without a value");
  static final Code SNAPSHOT_FILE = Code.error("DVL8057", "snapshot that cannot be used");
  static final Code UNMET = Code.error("DVL8061", "fault that no call meets");

  private TestingCodes() {}
}
