package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;
import java.util.List;

/** An address as written in {@code moved}, {@code adopt} and {@code forget}. */
public record AddressNode(Span span, List<Step> steps) implements Node {
  public AddressNode {
    steps = List.copyOf(steps);
  }

  /** A name and its keys; no expression where the key is {@code *}. */
  public record Step(Name name, List<Expr> keys) {
    public Step {
      keys = List.copyOf(keys);
    }
  }
}
