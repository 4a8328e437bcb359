package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** An address as written in {@code moved}, {@code adopt} and {@code forget}. */
public record AddressNode(Span span, List<Step> steps) implements Node {
  public AddressNode {
    steps = List.copyOf(steps);
  }

  /** A name and its keys; nothing where the key is {@code *}. */
  public record Step(Name name, List<Optional<Expr>> keys) {
    public Step {
      keys = List.copyOf(keys);
    }
  }
}
