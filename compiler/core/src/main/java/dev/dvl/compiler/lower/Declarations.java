package dev.dvl.compiler.lower;

import dev.dvl.compiler.resolve.Meaning;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Item;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Which hosts and resources each item of the program declares, itself or inside. */
@SuppressWarnings("ReferenceEquality") // Symbols are compared by identity.
final class Declarations {
  private final Names names;
  private final IdentityHashMap<Item, List<Symbol>> inside = new IdentityHashMap<>();
  private final IdentityHashMap<Symbol, Item> tops = new IdentityHashMap<>();

  Declarations(Names names) {
    this.names = names;
    for (FileTree file : names.files()) {
      for (Item item : file.items()) {
        collect(item).forEach(symbol -> tops.put(symbol, item));
      }
    }
  }

  /** Whether the item declares {@code symbol}, itself or inside. */
  boolean holds(Item item, Symbol symbol) {
    for (Symbol inner : inside.getOrDefault(item, List.of())) {
      if (inner == symbol) {
        return true;
      }
    }
    return false;
  }

  /** The item of the module in which a symbol is declared. */
  Optional<Item> topOf(Symbol symbol) {
    return Optional.ofNullable(tops.get(symbol));
  }

  Optional<Symbol.Resource> resource(Item.Declaration item) {
    return names.meaning(item).orElse(null) instanceof Meaning.Resource(Symbol.Resource symbol)
        ? Optional.of(symbol)
        : Optional.empty();
  }

  private List<Symbol> collect(Item item) {
    List<Symbol> found =
        switch (item) {
          case Item.For loop -> all(loop.body().items());
          case Item.If choice -> {
            List<Symbol> both = new ArrayList<>(all(choice.then().items()));
            choice.otherwise().ifPresent(body -> both.addAll(all(body.items())));
            yield both;
          }
          case Item.Declaration declaration -> {
            List<Symbol> own = new ArrayList<>();
            resource(declaration).ifPresent(own::add);
            declaration.body().ifPresent(body -> own.addAll(all(body.items())));
            yield own;
          }
          case Item.Host host -> names.declared(host).stream().toList();
          case Item ignored -> List.of();
        };
    inside.put(item, found);
    return found;
  }

  private List<Symbol> all(List<Item> items) {
    List<Symbol> found = new ArrayList<>();
    items.forEach(item -> found.addAll(collect(item)));
    return found;
  }
}
