package dev.dvl.engine.provider;

import dev.dvl.engine.live.Ref;
import java.util.List;

/** What became of an op that was begun. */
public sealed interface Probe {

  /** It had no effect; it may be tried again under the same id. */
  record NotDone() implements Probe {}

  record Finished(Done done) implements Probe {}

  /** The platform is still at it. */
  record Running(String token) implements Probe {}

  /** It cannot be told. */
  record Unclear(String why, List<Ref> candidates) implements Probe {
    public Unclear {
      candidates = List.copyOf(candidates);
    }
  }
}
