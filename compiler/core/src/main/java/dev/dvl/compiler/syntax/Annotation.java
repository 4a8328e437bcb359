package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;
import java.util.List;

/** {@code @deprecated("…")} before an item. */
public record Annotation(Span span, Name name, List<Expr> arguments) implements Node {
  public Annotation {
    arguments = List.copyOf(arguments);
  }
}
