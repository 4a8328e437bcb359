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
import org.jspecify.annotations.Nullable;

/**
 * Unfolds {@code for} and {@code if} around declarations into instances: one declaration at a time,
 * when something asks for it, so that a condition may read what stands beside it in one loop. There
 * is one for the module, and one for each use of a component.
 */
@SuppressWarnings("ReferenceEquality") // Symbols are compared by identity.
final class Unfolding {
  private final Session session;
  private final Optional<Frame> frame;
  private final Rounds rounds;
  private final IdentityHashMap<Symbol, Entry> entries = new IdentityHashMap<>(4);

  /** What has been found out about one declaration. */
  private static final class Entry {
    private final List<Unit> units = new ArrayList<>(1);
    private final Cell unfolded;
    private boolean broken;
    private @Nullable Value value;

    Entry(Cell unfolded) {
      this.unfolded = unfolded;
    }
  }

  Unfolding(Session session, Optional<Frame> frame) {
    this.session = session;
    this.frame = frame;
    this.rounds = new Rounds(session);
  }

  /** All instances of a host or resource; what is wrong with them has been reported. */
  List<Slot> slots(Symbol symbol) {
    return units(symbol, Slot.class);
  }

  /** All uses that one of a component unfolds to; what is wrong with them has been reported. */
  List<Frame> frames(Symbol.Use use) {
    return units(use, Frame.class);
  }

  private <U extends Unit> List<U> units(Symbol symbol, Class<U> wanted) {
    try {
      unfold(symbol);
    } catch (Failure e) {
      session.report(e);
    }
    return entry(symbol).units.stream().map(wanted::cast).toList();
  }

  Value host(Symbol.Host host) throws Failure {
    return named(host, !host.item().keys().isEmpty());
  }

  /** The reference, null where a condition rules it out, a map of those of a keyed declaration. */
  Value placed(Symbol.Placed placed, Span use) throws Failure {
    session.budget.step(use);
    return named(placed, placed.isKeyed());
  }

  private Value named(Symbol symbol, boolean keyed) throws Failure {
    Entry entry = unfold(symbol);
    if (entry.broken) {
      throw Failure.told();
    }
    Value known = entry.value;
    if (known == null) {
      List<Unit> found = entry.units;
      known = keyed ? keyed(found, 0) : found.isEmpty() ? Value.Null.NULL : found.getFirst().ref();
      entry.value = known;
    }
    return known;
  }

  private static Value keyed(List<Unit> units, int depth) {
    Map<String, List<Unit>> byKey = new TreeMap<>();
    for (Unit unit : units) {
      String key = text(unit.address().last().keys().get(depth));
      byKey.computeIfAbsent(key, it -> new ArrayList<>(1)).add(unit);
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

  private Entry unfold(Symbol symbol) throws Failure {
    Entry entry = entry(symbol);
    entry.unfolded.get();
    return entry;
  }

  private Entry entry(Symbol symbol) {
    Entry entry = entries.get(symbol);
    if (entry == null) {
      String shown = "`" + symbol.name() + "`";
      entry = new Entry(Cell.of(shown, symbol.span(), () -> new Walk(symbol).all()));
      entries.put(symbol, entry);
    }
    return entry;
  }

  /** The way through loops and conditions to one declaration. */
  private final class Walk {
    private final Symbol wanted;
    private final Declarations.Way way;

    Walk(Symbol wanted) {
      this.wanted = wanted;
      this.way = session.declarations.way(wanted);
    }

    Value all() {
      Budget.Spender before =
          session.budget.enter(wanted, "`" + wanted.name() + "`", wanted.span());
      try {
        if (way.top().isPresent()) {
          walk(way.top().get(), 0, frame.map(Frame::scope).orElse(Scope.MODULE), Optional.empty());
        }
      } catch (Failure e) {
        session.report(e);
        entry(wanted).broken = true;
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
      Optional<Symbol.Placed> symbol = session.declarations.placed(item);
      if (symbol.isEmpty()) {
        return;
      }
      Address address = address(symbol.get().name(), item.keys(), scope);
      if (symbol.get() == wanted) {
        add(wanted, unit(address, symbol.get(), scope, parent));
        return;
      }
      unfold(symbol.get());
      Optional<Slot> outer = session.unfolded.slot(address);
      if (outer.isPresent()) {
        inside(item.body().map(Body::items).orElse(List.of()), depth, scope, outer);
      }
    }

    private Unit unit(Address address, Symbol.Placed symbol, Scope scope, Optional<Slot> parent) {
      return switch (symbol) {
        case Symbol.Resource resource -> Slot.of(address, resource, scope, parent);
        case Symbol.Use use -> new Frame(session, address, use, scope, parent);
      };
    }

    private void host(Item.Host item, Scope scope) throws Failure {
      if (session.names.declared(item).orElse(null) instanceof Symbol.Host host
          && host.kind().isPresent()) {
        add(host, Slot.of(address(host.name(), item.keys(), scope), host, scope));
      }
    }
  }

  private void add(Symbol symbol, Unit unit) throws Failure {
    session.unfolded.add(unit, symbol.span());
    entry(symbol).units.add(unit);
  }

  private Address address(String name, List<Expr> exprs, Scope scope) throws Failure {
    List<Key> keys = new ArrayList<>(exprs.size());
    for (Expr expr : exprs) {
      keys.add(key(session.expressions.known(expr, scope, "a key"), expr));
    }
    return frame
        .map(it -> it.address().child(name, keys))
        .orElseGet(() -> Address.of(name, keys.toArray(Key[]::new)));
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
