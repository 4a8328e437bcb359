package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Code;

/** What applying has to say. */
final class ApplyCodes {
  static final Code STALE_OBJECT = Code.error("DVL6020", "object changed since it was planned");
  static final Code STALE_INPUT = Code.error("DVL6021", "input changed since it was planned");
  static final Code TOO_LONG = Code.error("DVL6022", "op took too long");
  static final Code WRONG_VALUE = Code.error("DVL6023", "value turned out wrong");
  static final Code UNCLEAR = Code.error("DVL6024", "nobody knows what became of an op");
  static final Code JOURNAL = Code.error("DVL6025", "journal cannot be written");
  static final Code INTERRUPTED = Code.error("DVL6026", "run was stopped");
  static final Code HOST_MISSING = Code.error("DVL6027", "host of an op is not in the program");
  static final Code LEFT_OPEN = Code.warning("DVL6048", "op on a host that gives no answer");
  static final Code BUG = Code.error("DVL6099", "provider failed in an unexpected way");

  private ApplyCodes() {}
}
