package dev.dvl.compiler.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values that are visible in one stretch of a program, and those around it. */
final class Scope {
  private final @Nullable Scope outer;
  private final Map<String, Symbol> symbols = new HashMap<>();

  private Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  static Scope module() {
    return new Scope(null);
  }

  Scope inner() {
    return new Scope(this);
  }

  /** Adds a symbol; the one of the same name that was there first stays and is returned. */
  Optional<Symbol> declare(Symbol symbol) {
    return Optional.ofNullable(symbols.putIfAbsent(symbol.name(), symbol));
  }

  Optional<Symbol> find(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Symbol found = scope.symbols.get(name);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** The symbol of an enclosing scope that a name of this one would hide. */
  Optional<Symbol> hiddenBy(String name) {
    return outer == null ? Optional.empty() : outer.find(name);
  }

  List<String> visible() {
    List<String> names = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      names.addAll(scope.symbols.keySet());
    }
    return names;
  }
}
