package dev.dvl.cli.command;

import dev.dvl.cli.project.Reason;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.engine.ledger.LedgerProblem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
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
      case FileAlreadyExistsException taken ->
          Refusal.of(
              Exit.LOCKED,
              CommandCodes.STACK_FILE,
              "Another first run has written `" + taken.getFile() + "` meanwhile. Run this again.");
      case IOException other ->
          Refusal.of(
              Exit.FAILED,
              CommandCodes.STATE,
              "The ledger failed: " + Reason.withFile(other) + ".");
    };
  }
}
