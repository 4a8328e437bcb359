package dev.dvl.engine.provider;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A command that somebody wants to be run somewhere, once and by hand.
 *
 * @param words of the command; empty: the login shell, where there is one
 * @param user who runs it; left out, whoever runs things there
 * @param folder in which it is run; left out, the usual one there
 * @param environment variables that it gets besides those that are there
 */
public record Errand(
    List<String> words,
    Optional<String> user,
    Optional<String> folder,
    Map<String, String> environment) {

  public Errand {
    words = List.copyOf(words);
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
  }

  /** As it is, by whoever runs things there. */
  public static Errand of(List<String> words) {
    return new Errand(words, Optional.empty(), Optional.empty(), Map.of());
  }
}
