package dev.dvl.compiler.ir;

import dev.dvl.compiler.value.Key;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How the elements of one keyed declaration follow one another where they are replaced or stopped.
 *
 * @param maxParallel how many of them are a batch; left out, all
 * @param canary which of them are a first batch of their own
 * @param healthWindow how long a new one must have been good before it counts; nothing where its
 *     coming up is enough
 */
public record Rollout(Optional<Integer> maxParallel, Canary canary, Duration healthWindow) {
  public static final Rollout NONE =
      new Rollout(Optional.empty(), new Canary.None(), Duration.ZERO);

  /** Whether a new one is to be good for some time. */
  public boolean hasWindow() {
    return healthWindow.isPositive();
  }

  /** Whether elements wait for one another. */
  public boolean hasBatches() {
    return maxParallel.isPresent() || !canary.equals(new Canary.None());
  }

  /** Those that go first, to see how they do. */
  public sealed interface Canary {
    /** No first batch of its own. */
    record None() implements Canary {}

    /** So many of those that are to change. */
    record Count(int count) implements Canary {}

    /** Those with one of these keys. */
    record Keyed(Set<Key> keys) implements Canary {
      public Keyed {
        keys = Set.copyOf(keys);
      }
    }
  }
}
