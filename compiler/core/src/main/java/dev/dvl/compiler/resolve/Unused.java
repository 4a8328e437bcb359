package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.syntax.Item;
import java.util.List;

/** Warns of names that were declared for others to use and that nothing uses. */
final class Unused {
  private final Tables tables;

  Unused(Tables tables) {
    this.tables = tables;
  }

  void report() {
    for (Symbol.Param param : tables.declared().all(Symbol.Param.class)) {
      inside(param, param.enclosing(), "parameter");
    }
    for (Symbol.Let let : tables.declared().all(Symbol.Let.class)) {
      inside(let, let.enclosing(), "value");
    }
    for (Symbol symbol : tables.declared().all(Symbol.class)) {
      if (Module.isPrivate(symbol) && !tables.uses().isNamed(symbol) && !isInside(symbol)) {
        tables.report(
            Diagnostic.at(
                NameCodes.UNUSED, symbol.span(), "this is private, and nothing here uses it"));
      }
    }
  }

  private void inside(Symbol symbol, List<Enclosure> enclosing, String what) {
    Enclosure.component(enclosing)
        .filter(ignored -> !tables.uses().isNamed(symbol) && !symbol.name().isEmpty())
        .ifPresent(component -> warn(symbol, component, what));
  }

  private static boolean isInside(Symbol symbol) {
    return symbol instanceof Symbol.Let let && !let.enclosing().isEmpty();
  }

  private void warn(Symbol symbol, Item.Component component, String what) {
    tables.report(
        Diagnostic.at(
            NameCodes.UNUSED,
            symbol.span(),
            "nothing in `" + component.name().text() + "` uses this " + what));
  }
}
