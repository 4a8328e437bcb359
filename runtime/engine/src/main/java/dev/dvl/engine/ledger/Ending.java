package dev.dvl.engine.ledger;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Ref;
import java.util.Optional;

/**
 * How an op ended.
 *
 * @param object what the op made, where that counts from now on
 * @param gone whether the resource has no object any more
 */
public record Ending(String op, Address change, Result result, Optional<Ref> object, boolean gone) {

  /** What is known of the op's effect. */
  public enum Result {
    DONE,
    FAILED,
    /** Found out later: it had no effect. */
    NOT_DONE
  }
}
