package dev.dvl.cli.command;

import dev.dvl.compiler.source.SourceMap;
import dev.dvl.engine.ledger.LedgerProblem;
import java.io.IOException;
import java.util.List;

/** What there is to say when a ledger cannot be used. */
final class Ledgers {
  private Ledgers() {}

  static Refusal refusal(IOException problem) {
    return switch (problem) {
      case LedgerProblem known ->
          new Refusal(
              known.isLocked() ? Exit.LOCKED : Exit.FAILED,
              List.of(known.diagnostic()),
              new SourceMap());
      case IOException other ->
          Refusal.of(
              Exit.FAILED, CommandCodes.STATE, "The ledger failed: " + other.getMessage() + ".");
    };
  }
}
