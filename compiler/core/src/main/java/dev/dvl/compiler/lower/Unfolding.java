package dev.dvl.compiler.lower;

import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Key;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Unfolds {@code for} and {@code if} around declarations into instances: one declaration at a time,
 * when something asks for it, so that a condition may read what stands beside it in one loop.
 */
@SuppressWarnings("ReferenceEquality") // Symbols are compared by identity.
final class Unfolding {
  private final Session session;
  private final Declarations declarations;
  private final Rounds rounds;
  private final IdentityHashMap<Symbol, Cell> unfolded = new IdentityHashMap<>();
  private final IdentityHashMap<Symbol, List<Slot>> slots = new IdentityHashMap<>();
  private final IdentityHashMap<Symbol, Boolean> broken = new IdentityHashMap<>();
  private final IdentityHashMap<Symbol, Value> values = new IdentityHashMap<>();
  private final Map<Address, Slot> byAddress = new HashMap<>();

  Unfolding(Session session) {
    this.session = session;
    this.declarations = new Declarations(session.names);
    this.rounds = new Rounds(session);
  }

  /** All instances of a host or resource; what is wrong with them has been reported. */
  List<Slot> slots(Symbol symbol) {
    try {
      unfold(symbol);
    } catch (Failure e) {
      session.report(e);
    }
    return slots.getOrDefault(symbol, List.of());
  }

  /** An instance that has been mentioned. */
  Optional<Slot> slot(Address address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  Value host(Symbol.Host host) throws Failure {
    return named(host, !host.item().keys().isEmpty());
  }

  /** The reference, null where a condition rules it out, a map of those of a keyed declaration. */
  Value resource(Symbol.Resource resource, Span use) throws Failure {
    session.budget.step(use);
    return named(resource, resource.isKeyed());
  }

  private Value named(Symbol symbol, boolean keyed) throws Failure {
    unfold(symbol);
    if (broken.containsKey(symbol)) {
      throw Failure.told();
    }
    Value known = values.get(symbol);
    if (known == null) {
      List<Slot> found = slots.getOrDefault(symbol, List.of());
      known = keyed ? keyed(found, 0) : found.isEmpty() ? Value.Null.NULL : found.getFirst().ref();
      values.put(symbol, known);
    }
    return known;
  }

  private static Value keyed(List<Slot> slots, int depth) {
    Map<String, List<Slot>> byKey = new TreeMap<>();
    for (Slot slot : slots) {
      String key = text(slot.address().last().keys().get(depth));
      byKey.computeIfAbsent(key, it -> new ArrayList<>(1)).add(slot);
    }
    Map<String, Value> entries = new HashMap<>();
    byKey.forEach(
        (key, same) -> {
          boolean last = depth + 1 == same.getFirst().address().last().keys().size();
          entries.put(key, last ? same.getFirst().ref() : keyed(same, depth + 1));
        });
    return Value.MapOf.of(entries);
  }

  private static String text(Key key) {
    return switch (key) {
      case Key.Number(long number) -> Long.toString(number);
      case Key.Name(String name) -> name;
    };
  }

  private void unfold(Symbol symbol) throws Failure {
    Cell cell = unfolded.get(symbol);
    if (cell == null) {
      String shown = "`" + symbol.name() + "`";
      cell = Cell.of(shown, symbol.span(), () -> new Walk(symbol).all());
      unfolded.put(symbol, cell);
    }
    cell.get();
  }

  /** The way through loops and conditions to one declaration. */
  private final class Walk {
    private final Symbol wanted;
    private final Declarations.Way way;

    Walk(Symbol wanted) {
      this.wanted = wanted;
      this.way = declarations.way(wanted);
    }

    Value all() {
      Budget.Spender before =
          session.budget.enter(wanted, "`" + wanted.name() + "`", wanted.span());
      try {
        if (way.top().isPresent()) {
          walk(way.top().get(), 0, Scope.MODULE, Optional.empty());
        }
      } catch (Failure e) {
        session.report(e);
        broken.put(wanted, true);
      } finally {
        session.budget.leave(before);
      }
      return Value.Null.NULL;
    }

    /** {@code depth} says how many items lie around this one. */
    private void walk(Item item, int depth, Scope scope, Optional<Slot> parent) throws Failure {
      switch (item) {
        case Item.For loop -> loop(loop, depth, scope, parent);
        case Item.If choice -> choice(choice, depth, scope, parent);
        case Item.Declaration declaration -> declaration(declaration, depth, scope, parent);
        case Item.Host host -> host(host, scope);
        case Item ignored -> {}
      }
    }

    private void inside(List<Item> items, int depth, Scope outer, Optional<Slot> parent)
        throws Failure {
      Optional<Item> next = way.through(items, depth + 1);
      if (next.isPresent()) {
        walk(next.get(), depth + 1, session.variables.inside(items, outer), parent);
      }
    }

    private void loop(Item.For loop, int depth, Scope scope, Optional<Slot> parent) throws Failure {
      Optional<List<Scope>> all = rounds.of(loop.head(), scope);
      if (all.isEmpty()) {
        session.leave(loop.head().span(), "what a loop goes over");
        throw Failure.told();
      }
      for (Scope round : all.get()) {
        inside(loop.body().items(), depth, round, parent);
      }
    }

    private void choice(Item.If choice, int depth, Scope scope, Optional<Slot> parent)
        throws Failure {
      Value holds = session.expressions.known(choice.condition(), scope, "this condition");
      if (holds.equals(Value.of(true))) {
        inside(choice.then().items(), depth, scope, parent);
      } else if (choice.otherwise().isPresent()) {
        inside(choice.otherwise().get().items(), depth, scope, parent);
      }
    }

    private void declaration(Item.Declaration item, int depth, Scope scope, Optional<Slot> parent)
        throws Failure {
      Optional<Symbol.Resource> symbol = declarations.resource(item);
      if (symbol.isEmpty() || symbol.get().kind().isEmpty()) {
        return;
      }
      Address address = address(symbol.get().name(), item.keys(), scope);
      if (symbol.get() == wanted) {
        add(wanted, Slot.of(address, symbol.get(), scope, parent));
        return;
      }
      unfold(symbol.get());
      Optional<Slot> outer = slot(address);
      if (outer.isPresent()) {
        inside(item.body().map(Body::items).orElse(List.of()), depth, scope, outer);
      }
    }

    private void host(Item.Host item, Scope scope) throws Failure {
      if (session.names.declared(item).orElse(null) instanceof Symbol.Host host
          && host.kind().isPresent()) {
        add(host, Slot.of(address(host.name(), item.keys(), scope), host, scope));
      }
    }
  }

  private void add(Symbol symbol, Slot slot) {
    slots.computeIfAbsent(symbol, it -> new ArrayList<>()).add(slot);
    byAddress.putIfAbsent(slot.address(), slot);
  }

  private Address address(String name, List<Expr> exprs, Scope scope) throws Failure {
    if (exprs.isEmpty()) {
      return Address.of(name);
    }
    Key[] keys = new Key[exprs.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(session.expressions.known(exprs.get(i), scope, "a key"), exprs.get(i));
    }
    return Address.of(name, keys);
  }

  private static Key key(Value value, Expr expr) throws Failure {
    return switch (value) {
      case Value.Int(long number) -> Key.of(number);
      case Value.Text(String text) -> Key.of(text);
      case Value ignored ->
          throw Failure.at(LowerCodes.NO_RESULT, expr.span(), "a key is a whole number or a text");
    };
  }
}
