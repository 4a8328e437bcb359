package dev.dvl.engine.ledger;

import dev.dvl.compiler.diagnostic.Code;

/** What can be wrong with a ledger. */
final class LedgerCodes {
  static final Code LOCKED = Code.error("DVL6030", "another run holds the stack");
  static final Code DAMAGED = Code.error("DVL6031", "journal is damaged");

  private LedgerCodes() {}
}
