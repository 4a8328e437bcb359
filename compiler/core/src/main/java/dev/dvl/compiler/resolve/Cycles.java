package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Reports lets, functions and types that need themselves, each cycle once. */
final class Cycles {
  private static final int MOST_LABELS = 20;

  private final Tables tables;
  private final Set<Symbol> done = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Symbol, Integer> path = new IdentityHashMap<>();
  private final List<Needs.Need> edges = new ArrayList<>();

  Cycles(Tables tables) {
    this.tables = tables;
  }

  void report() {
    tables.declared().all(Symbol.class).forEach(this::visit);
  }

  private void visit(Symbol symbol) {
    Integer start = path.get(symbol);
    if (start != null) {
      report(symbol, edges.subList(start, edges.size()));
    } else if (done.add(symbol)) {
      path.put(symbol, path.size());
      for (Needs.Need need : tables.needs().of(symbol)) {
        edges.add(need);
        visit(need.target());
        edges.removeLast();
      }
      path.remove(symbol);
    }
  }

  private void report(Symbol symbol, List<Needs.Need> cycle) {
    Diagnostic diagnostic =
        Diagnostic.at(NameCodes.CYCLE, symbol.span(), "`" + symbol.name() + "` needs itself");
    int left = Math.max(0, cycle.size() - MOST_LABELS);
    for (int i = 0; i < cycle.size(); i++) {
      if (i < MOST_LABELS - 1 || i == cycle.size() - 1) { // the way out, and the last step back
        Needs.Need need = cycle.get(i);
        String from = i == 0 ? symbol.name() : cycle.get(i - 1).target().name();
        String to = need.target().name();
        diagnostic = diagnostic.label(need.span(), "`" + from + "` needs `" + to + "` here");
      }
    }
    diagnostic = left == 0 ? diagnostic : diagnostic.note(left + " more lie between them.");
    String note =
        switch (symbol) {
          case Symbol.Fn ignored -> "Functions are not recursive.";
          case Symbol.Component ignored -> "A component cannot contain itself.";
          case Symbol.Type ignored -> "Types are not recursive.";
          case Symbol ignored -> "A value cannot be computed from itself.";
        };
    tables.report(diagnostic.note(note));
  }
}
