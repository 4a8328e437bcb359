package dev.dvl.cli.world;

import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.ledger.StackFolder;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.input.LedgerFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a stack's ledger is.
 *
 * @param folder in which {@code .dvl/} lies
 * @param locks the user's folder for locks
 */
public record StackLedger(Path folder, Stack stack, Path locks) {

  public static StackLedger of(
      Path folder, Stack stack, Map<String, String> environment, Path home) {
    return new StackLedger(folder, stack, StackFolder.ofUser(environment, home));
  }

  /** What it knows, without taking the lock. */
  public LedgerFacts facts() throws IOException {
    return FileLedger.peek(folder, stack).facts();
  }

  /** Opens it and takes the lock. */
  public Ledger open() throws IOException {
    return FileLedger.open(folder, stack, locks);
  }
}
