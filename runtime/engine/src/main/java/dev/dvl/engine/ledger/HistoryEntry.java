package dev.dvl.engine.ledger;

import dev.dvl.compiler.value.Address;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One run that changed something.
 *
 * @param outcome {@code done}, {@code failed} or {@code interrupted}
 * @param summary how many changes of each sort, by the words of actions
 * @param guarded resources that were protected
 * @param program the program that was applied, as text that the caller can read again
 */
public record HistoryEntry(
    String run,
    Instant at,
    String outcome,
    Map<String, Integer> summary,
    Set<Address> guarded,
    Optional<String> program) {
  public HistoryEntry {
    summary = Map.copyOf(summary);
    guarded = Set.copyOf(guarded);
  }
}
