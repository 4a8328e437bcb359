package dev.dvl.engine.ledger;

import dev.dvl.engine.change.Op;
import java.time.Instant;
import java.util.Optional;

/**
 * An op that a run is about to make.
 *
 * @param reached how its host was found
 * @param trigger a fingerprint of what {@code replace_when} says of the object that the op makes,
 *     where that carries no record
 */
public record Intent(String run, Op op, Instant at, Reached reached, Optional<String> trigger) {

  /** On a host that stands by itself. */
  public Intent(String run, Op op, Instant at) {
    this(run, op, at, Reached.BY_ITSELF);
  }

  /** Of what the ledger has nothing to keep but that it is there. */
  public Intent(String run, Op op, Instant at, Reached reached) {
    this(run, op, at, reached, Optional.empty());
  }
}
