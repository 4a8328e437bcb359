package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** One or more names with dots between them: {@code types.Service}, {@code std.proxy.haproxy}. */
public record QualifiedName(Span span, List<Name> names) implements Node {
  public QualifiedName {
    names = List.copyOf(names);
  }

  public String text() {
    return names.stream().map(Name::text).collect(Collectors.joining("."));
  }
}
