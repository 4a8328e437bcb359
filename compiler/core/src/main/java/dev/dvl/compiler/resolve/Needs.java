package dev.dvl.compiler.resolve;

import dev.dvl.compiler.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Which lets, functions and types name which others, and where. */
final class Needs {
  private final IdentityHashMap<Symbol, List<Need>> needs = new IdentityHashMap<>();

  record Need(Symbol target, Span span) {}

  void add(Symbol from, Symbol to, Span span) {
    needs.computeIfAbsent(from, ignored -> new ArrayList<>()).add(new Need(to, span));
  }

  List<Need> of(Symbol symbol) {
    return needs.getOrDefault(symbol, List.of());
  }
}
