package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;

/** A comment, its marks included. */
public record Comment(Span span, Kind kind, String text) {
  /** How a comment is written. */
  public enum Kind {
    /** {@code ///}, kept as the documentation of the next item. */
    DOC,
    LINE,
    BLOCK
  }
}
