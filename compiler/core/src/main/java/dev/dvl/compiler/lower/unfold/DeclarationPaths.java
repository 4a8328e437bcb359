package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.resolve.Meaning;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Item;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way to each host, resource and use of a component: through which items it is declared. */
final class DeclarationPaths {
  private final Names names;
  private final IdentityHashMap<Symbol, Step> steps = new IdentityHashMap<>();

  DeclarationPaths(Names names) {
    this.names = names;
    for (FileTree file : names.files()) {
      collect(file.items(), null);
    }
  }

  /** An item on the way, the items that it stands among, and the way to these. */
  private record Step(Item item, List<Item> among, @Nullable Step before) {}

  /** The items from one of the module or of a component down to the one that declares a symbol. */
  Way way(Symbol symbol) {
    Deque<Step> way = new ArrayDeque<>();
    for (Step step = steps.get(symbol); step != null; step = step.before) {
      way.addFirst(step);
    }
    return new Way(List.copyOf(way));
  }

  /** A way to a declaration. */
  static final class Way {
    private final List<Step> steps;

    private Way(List<Step> steps) {
      this.steps = steps;
    }

    Optional<Item> top() {
      return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getFirst().item);
    }

    /** The one of these items that the way leads through; {@code depth} is how many came before. */
    @SuppressWarnings("ReferenceEquality") // Bodies are told apart by identity.
    Optional<Item> through(List<Item> items, int depth) {
      return depth < steps.size() && steps.get(depth).among == items
          ? Optional.of(steps.get(depth).item)
          : Optional.empty();
    }
  }

  /** What a declaration declares; empty for blocks, and for resources of no kind. */
  Optional<Symbol.Placed> placed(Item.Declaration item) {
    return names
        .meaning(item)
        .flatMap(
            meaning ->
                switch (meaning) {
                  case Meaning.Resource(Symbol.Resource symbol) ->
                      symbol.kind().map(ignored -> symbol);
                  case Meaning.Use(Symbol.Use symbol) -> Optional.of(symbol);
                  case Meaning.Part ignored -> Optional.empty();
                });
  }

  private void collect(List<Item> items, @Nullable Step before) {
    for (Item item : items) {
      Step step = new Step(item, items, before);
      switch (item) {
        case Item.For loop -> collect(loop.body().items(), step);
        case Item.If choice -> {
          collect(choice.then().items(), step);
          choice.otherwise().ifPresent(body -> collect(body.items(), step));
        }
        case Item.Declaration declaration -> {
          placed(declaration).ifPresent(symbol -> steps.put(symbol, step));
          declaration.body().ifPresent(body -> collect(body.items(), step));
        }
        case Item.Component component -> collect(component.body().items(), null);
        case Item.Host host -> names.declared(host).ifPresent(symbol -> steps.put(symbol, step));
        case Item ignored -> {}
      }
    }
  }
}
