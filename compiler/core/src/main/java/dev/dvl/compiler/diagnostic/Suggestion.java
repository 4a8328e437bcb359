package dev.dvl.compiler.diagnostic;

import dev.dvl.compiler.source.Span;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Offers the name that an author most likely meant. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * {@code unknown} with a sentence about the name that is nearest to {@code written}, and, where
   * no other is as near, with the fix that writes it; as it is where none is near.
   *
   * @param what the name names, with its article: {@code a kind}
   * @param span where the name is written
   */
  public static Diagnostic add(
      Diagnostic unknown, String what, String written, Span span, Collection<String> candidates) {
    Optional<String> note = Spelling.note(what, written, candidates);
    List<String> near = Spelling.allNearest(written, candidates);
    Diagnostic noted = note.map(unknown::note).orElse(unknown);
    return near.size() == 1
        ? noted.fix(
            Fix.replace(
                "write `" + near.getFirst() + "`", Fix.Confidence.LIKELY, span, near.getFirst()))
        : noted;
  }
}
