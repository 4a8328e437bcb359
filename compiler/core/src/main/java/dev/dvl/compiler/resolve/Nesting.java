package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import java.util.IdentityHashMap;

/** Components may contain one another only so deep: addresses and later stages grow with it. */
final class Nesting {
  private static final int DEEPEST = 32;

  private final Tables tables;
  private final IdentityHashMap<Symbol, Integer> depths = new IdentityHashMap<>();

  Nesting(Tables tables) {
    this.tables = tables;
  }

  void report() {
    tables.declared().all(Symbol.Component.class).forEach(this::depth);
  }

  /** How many components there are from this one down, itself among them. */
  private int depth(Symbol component) {
    Integer known = depths.putIfAbsent(component, 1); // a cycle, told elsewhere, ends here
    if (known != null) {
      return known;
    }
    int deepest = 0;
    for (Needs.Need need : tables.needs().of(component)) {
      int inner = depth(need.target());
      if (inner >= DEEPEST && deepest < DEEPEST) {
        tables.report(
            Diagnostic.at(
                    NameCodes.COMPONENT_DEPTH,
                    need.span(),
                    "more than " + DEEPEST + " components contain one another here")
                .label(component.span(), "the outermost of them"));
      }
      deepest = Math.max(deepest, inner);
    }
    int depth = deepest >= DEEPEST ? 1 : deepest + 1; // told once for each such row
    depths.put(component, depth);
    return depth;
  }
}
