package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;

/** An identifier where it is written. A missing one has an empty text. */
public record Name(Span span, String text) implements Node {
  public boolean isMissing() {
    return text.isEmpty();
  }
}
