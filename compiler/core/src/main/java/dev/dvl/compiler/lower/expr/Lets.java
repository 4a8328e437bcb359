package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.lower.run.Budget;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Item;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** What {@code let}s stand for: computed once in each scope in which they stand. */
public final class Lets {
  private final Run run;
  private final Expressions expressions;
  private final IdentityHashMap<List<Item>, List<Symbol.Let>> among = new IdentityHashMap<>();

  Lets(Run run, Expressions expressions) {
    this.run = run;
    this.expressions = expressions;
  }

  /** The scope that the lets of one body share, whole once all of them are in it. */
  private static final class Body {
    private Scope scope;

    Body(Scope scope) {
      this.scope = scope;
    }
  }

  /** The value of a {@code let} that sees what {@code scope} holds. */
  public LazyValue value(Symbol.Let let, Scope scope) {
    return value(let, new Body(scope));
  }

  private LazyValue value(Symbol.Let let, Body body) {
    Item.Let item = let.item();
    return LazyValue.of(
        "`" + let.name() + "`",
        let.span(),
        () -> {
          Budget.Spender before = run.budget().enter(item, "`" + let.name() + "`", let.span());
          try {
            return expressions.value(item.value(), body.scope);
          } finally {
            run.budget().leave(before);
          }
        });
  }

  /** The scope inside a body: each {@code let} in it may be named by the others. */
  public Scope inside(List<Item> items, Scope outer) {
    List<Symbol.Let> inner = among.computeIfAbsent(items, this::letsAmong);
    if (inner.isEmpty()) {
      return outer;
    }
    Body body = new Body(outer);
    Scope scope = outer;
    for (Symbol.Let let : inner) {
      scope = scope.with(let, value(let, body));
    }
    body.scope = scope;
    return scope;
  }

  private List<Symbol.Let> letsAmong(List<Item> items) {
    List<Symbol.Let> found = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.Let
          && run.names().declared(item).orElse(null) instanceof Symbol.Let let) {
        found.add(let);
      }
    }
    return found;
  }
}
