package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.syntax.Item;
import java.util.List;

/** Warns of names that were declared for others to use and that nothing uses. */
final class Unused {
  private final Module module;

  Unused(Module module) {
    this.module = module;
  }

  void report() {
    for (Symbol.Param param : module.declared().all(Symbol.Param.class)) {
      inside(param, param.enclosing(), "parameter");
    }
    for (Symbol.Let let : module.declared().all(Symbol.Let.class)) {
      inside(let, let.enclosing(), "value");
    }
  }

  private void inside(Symbol symbol, List<Enclosure> enclosing, String what) {
    Enclosure.component(enclosing)
        .filter(ignored -> !module.uses().isNamed(symbol) && !symbol.name().isEmpty())
        .ifPresent(component -> warn(symbol, component, what));
  }

  private void warn(Symbol symbol, Item.Component component, String what) {
    module.report(
        Diagnostic.at(
            NameCodes.UNUSED,
            symbol.span(),
            "nothing in `" + component.name().text() + "` uses this " + what));
  }
}
