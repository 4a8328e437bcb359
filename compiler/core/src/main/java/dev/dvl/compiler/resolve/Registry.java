package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Enters symbols into their spaces and scopes, and reports names that are taken. */
final class Registry {
  private final Module module;
  private final List<Inner> inner = new ArrayList<>();

  /** A symbol of a scope inside the module. */
  private record Inner(Symbol symbol, Scope scope) {}

  Registry(Module module) {
    this.module = module;
  }

  void add(Item.Param item, Setting where) {
    if (where.isComponent() && item.name().text().equals(CommonAttributes.AFTER)) {
      module.report(
          Diagnostic.at(
                  NameCodes.DUPLICATE, item.name().span(), "every use of a component has `after`")
              .note("It says what the use waits for. Choose another name."));
    }
    value(item, new Symbol.Param(item, where.enclosing()), where.scope());
  }

  void add(Item.Secret item) {
    value(item, new Symbol.Secret(item), module.scope());
  }

  void add(Item.Host item) {
    if (!item.keys().isEmpty()) {
      new Unavailable(module).report(item.keys().getFirst().span(), "hosts with keys");
    }
    value(item, new Symbol.Host(item, kind(item)), module.scope());
  }

  void add(Item.Let item, Setting where) {
    value(item, new Symbol.Let(item, where.enclosing()), where.scope());
  }

  void add(Item.Declaration item, Symbol.Placed symbol, Setting where) {
    module
        .uses()
        .put(
            item,
            switch (symbol) {
              case Symbol.Resource resource -> new Meaning.Resource(resource);
              case Symbol.Use use -> new Meaning.Use(use);
            });
    value(item, symbol, where.home(module));
  }

  void add(Item.Component item) {
    Symbol.Component symbol = new Symbol.Component(item);
    module.declared().add(item, symbol);
    if (isNamed(symbol)) {
      Symbol first = module.components().putIfAbsent(symbol.name(), symbol);
      once(symbol, Optional.ofNullable(first));
    }
  }

  /** Enters a value into a scope of its own. */
  void add(Symbol symbol, Scope scope) {
    if (isNamed(symbol)) {
      once(symbol, scope.declare(symbol));
      inner.add(new Inner(symbol, scope));
    }
  }

  void add(Item.Type item) {
    Symbol.Type symbol = new Symbol.Type(item);
    module.declared().add(item, symbol);
    if (isNamed(symbol)) {
      Symbol first = module.types().putIfAbsent(symbol.name(), symbol);
      once(symbol, Optional.ofNullable(first));
    }
  }

  void add(Item.Fn item) {
    Symbol.Fn symbol = new Symbol.Fn(item);
    module.declared().add(item, symbol);
    if (isNamed(symbol)) {
      Symbol first = module.functions().putIfAbsent(symbol.name(), symbol);
      once(symbol, Optional.ofNullable(first));
    }
  }

  void add(Item.Output item, Setting where) {
    Name name = item.name();
    if (where.isComponent() && item.value().isEmpty()) {
      module.report(
          Diagnostic.at(NameCodes.OUT_OF_PLACE, item.span(), "an output without a value")
              .note("Only schemas of kinds have such; write `output name = value`."));
    }
    module
        .declared()
        .contents(where.component())
        .add(item)
        .ifPresent(first -> twice(name.text(), name.span(), first.name().span()));
  }

  /** A value may not hide one of an enclosing scope. */
  void reportHidden() {
    for (Inner it : inner) {
      String name = it.symbol().name();
      it.scope().hiddenBy(name).ifPresent(hidden -> hides(name, it.symbol().span(), hidden));
    }
  }

  void hides(String name, Span span, Symbol hidden) {
    module.report(
        Diagnostic.at(NameCodes.SHADOWED, span, "`" + name + "` hides another value of that name")
            .label(hidden.span(), "the value it hides")
            .note("Inside, the other value could not be named. Choose another name."));
  }

  private Optional<KindSchema> kind(Item.Host item) {
    String name = item.kind().text();
    Optional<KindSchema> found = module.kinds().find(name);
    if (found.isEmpty()) {
      new KindNames(module).unknown(item.kind(), KindSchema::host);
    } else if (!found.get().host()) {
      module.report(
          Diagnostic.at(
                  NameCodes.HOST_KIND, item.kind().span(), "`" + name + "` is no kind of host")
              .note("Resources are declared without `host`: `" + name + " NAME { }`."));
      return Optional.empty();
    }
    return found;
  }

  private void value(Item item, Symbol symbol, Scope scope) {
    module.declared().add(item, symbol);
    add(symbol, scope);
  }

  private void once(Symbol symbol, Optional<Symbol> first) {
    first.ifPresent(
        it -> {
          module.ambiguous().add(it);
          twice(symbol.name(), symbol.span(), it.span());
        });
  }

  private void twice(String name, Span span, Span first) {
    module.report(
        Diagnostic.at(NameCodes.DUPLICATE, span, "`" + name + "` is declared already")
            .label(first, "first declared here"));
  }

  private static boolean isNamed(Symbol symbol) {
    return !symbol.name().isEmpty();
  }
}
