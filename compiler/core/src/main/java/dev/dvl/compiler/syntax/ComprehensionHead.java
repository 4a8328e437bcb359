package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** {@code for k, v in source if condition}: one or two names. */
public record ComprehensionHead(Span span, List<Name> names, Expr source, Optional<Expr> condition)
    implements Node {
  public ComprehensionHead {
    names = List.copyOf(names);
  }
}
