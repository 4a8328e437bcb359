package dev.dvl.compiler.diagnostic;

import dev.dvl.compiler.source.Span;
import java.util.List;

/** A change of the source that mends a mistake; its edits do not overlap. */
public record Fix(String title, Confidence confidence, List<Edit> edits) {

  public Fix {
    edits = List.copyOf(edits);
  }

  /** Replaces one stretch of text. */
  public static Fix replace(String title, Confidence confidence, Span span, String text) {
    return new Fix(title, confidence, List.of(new Edit(span, text)));
  }

  /** Whether a fix may be applied without asking. */
  public enum Confidence {
    /** Means what the author meant; a tool may apply it. */
    CERTAIN,
    /** Likely what the author meant; a person should look. */
    LIKELY
  }

  /** Puts {@code text} in the place of what stands under {@code span}. */
  public record Edit(Span span, String text) {}
}
