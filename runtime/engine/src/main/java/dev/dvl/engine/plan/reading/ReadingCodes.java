package dev.dvl.engine.plan.reading;

import dev.dvl.compiler.diagnostic.Code;

/** What may be said of hosts that are read. */
final class ReadingCodes {
  static final Code UNDECIDED = Code.warning("DVL6049", "host that gives no answer yet");

  private ReadingCodes() {}
}
