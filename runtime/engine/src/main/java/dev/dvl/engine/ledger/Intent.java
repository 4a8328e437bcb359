package dev.dvl.engine.ledger;

import dev.dvl.engine.change.Op;
import java.time.Instant;

/**
 * An op that a run is about to make.
 *
 * @param reached how its host was found
 */
public record Intent(String run, Op op, Instant at, Reached reached) {

  /** On a host that stands by itself. */
  public Intent(String run, Op op, Instant at) {
    this(run, op, at, Reached.BY_ITSELF);
  }
}
