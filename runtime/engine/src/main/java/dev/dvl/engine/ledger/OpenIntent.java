package dev.dvl.engine.ledger;

import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.Begun;
import java.time.Instant;
import java.util.Optional;

/**
 * An op that was begun and of which nobody noted how it ended.
 *
 * @param reached how its host was found
 */
public record OpenIntent(String run, Op op, Instant at, Reached reached, Optional<String> token) {
  public Begun begun() {
    return new Begun(op.id(), at, token);
  }
}
