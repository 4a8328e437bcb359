package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;
import java.util.List;

/** Items between braces. */
public record Body(Span span, List<Item> items) implements Node {
  public Body {
    items = List.copyOf(items);
  }
}
