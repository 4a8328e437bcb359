package dev.dvl.engine.provider;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Asks the user of a run for what stands nowhere. What is answered is kept in memory alone, for the
 * run. Safe for many threads, which wait for one another.
 */
@FunctionalInterface
public interface Prompt {
  /** For a run that nobody sits at. */
  Prompt NOBODY = (what, right) -> Optional.empty();

  /**
   * A passphrase, which is typed without being seen; asked for once, however often it is needed.
   *
   * @param what what it opens, for the question: {@code the SSH key `/home/me/.ssh/id_ed25519`}
   * @param right whether a text is the one; has been asked of what is returned
   * @return nothing where there is nobody to ask, or nobody knows it
   */
  Optional<String> passphrase(String what, Predicate<String> right);
}
