package dev.dvl.compiler.diagnostic;

import dev.dvl.compiler.source.Span;

/** A place in the source, and what is to be said about it; it must be readable on its own. */
public record Label(Span span, String text) {
  public Label {
    text = Brief.of(text);
  }
}
