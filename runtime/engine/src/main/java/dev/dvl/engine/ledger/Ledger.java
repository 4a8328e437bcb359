package dev.dvl.engine.ledger;

import dev.dvl.compiler.value.Address;
import java.io.IOException;
import java.util.List;

/**
 * The memory of a stack. Live state is the truth; the ledger holds what the platform cannot tell:
 * what was being done when a run ended, and what earlier runs did.
 *
 * <p>What a method wrote is durable when it returns. An open ledger holds the stack's lock. Safe
 * for many threads.
 */
public interface Ledger extends AutoCloseable {

  /** Notes that an op is about to be made; before the call, never after. */
  void begin(Intent intent) throws IOException;

  /** Notes by which token the call can be found again. */
  void token(String op, String token) throws IOException;

  /** Notes how an op ended; before anything that depends on it starts. */
  void end(Ending ending) throws IOException;

  /** Notes that a resource was found to have no object any more. */
  void gone(Address resource) throws IOException;

  /** Notes whose an object is; before the first call that relies on it. */
  void claim(Claim claim) throws IOException;

  /** What was begun and not ended, and what else only the ledger knows. */
  Recorded recorded() throws IOException;

  /** Adds a run to the history. */
  void put(HistoryEntry entry) throws IOException;

  /** All runs, oldest first. */
  List<HistoryEntry> history() throws IOException;

  @Override
  void close() throws IOException;
}
