package dev.dvl.compiler.schema;

import java.util.Locale;
import java.util.Optional;

/** What a change costs, from the cheapest to the dearest. */
public enum Impact {
  /** Nothing on the platform: the attribute is dvl's own. */
  NONE,
  LIVE,
  RESTART,
  POWER_OFF,
  /** The object stays and goes back to an earlier state: what happened since is lost. */
  REWIND,
  REPLACE,
  DATA_LOSS,
  /** Cannot be done; the plan says why. */
  REFUSE;

  /** The word in schemas, plans and JSON: {@code power_off}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Impact> of(String word) {
    for (Impact impact : values()) {
      if (impact.word().equals(word)) {
        return Optional.of(impact);
      }
    }
    return Optional.empty();
  }

  /** Whether it takes a user's consent, because data is lost. */
  public boolean losesData() {
    return this == REWIND || this == DATA_LOSS;
  }

  public Impact or(Impact other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
