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

  public Impact or(Impact other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
