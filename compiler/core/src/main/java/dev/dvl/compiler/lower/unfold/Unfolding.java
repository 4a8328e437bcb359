package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.expr.LazyValue;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.lower.run.Budget;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
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
public final class Unfolding {
  private final UnfoldedModule module;
  private final Run run;
  private final Expressions expressions;
  private final Optional<Frame> frame;
  private final IdentityHashMap<Symbol, Entry> entries = new IdentityHashMap<>(4);

  /** What has been found out about one declaration. */
  private static final class Entry {
    private final List<Unfolded> units = new ArrayList<>(1);
    private final LazyValue unfolded;
    private boolean broken;
    private @Nullable Value value;

    Entry(LazyValue unfolded) {
      this.unfolded = unfolded;
    }
  }

  /** What stands in no component. */
  Unfolding(UnfoldedModule module) {
    this(module, Optional.empty());
  }

  /** What stands in a component, in one use of it. */
  Unfolding(UnfoldedModule module, Frame frame) {
    this(module, Optional.of(frame));
  }

  private Unfolding(UnfoldedModule module, Optional<Frame> frame) {
    this.module = module;
    this.run = module.run();
    this.expressions = module.expressions();
    this.frame = frame;
  }

  /** All instances of a host or resource; what is wrong with them has been reported. */
  public List<UnfoldedResource> slots(Symbol symbol) {
    return units(symbol, UnfoldedResource.class);
  }

  /** All uses that one of a component unfolds to; what is wrong with them has been reported. */
  public List<Frame> frames(Symbol.Use use) {
    return units(use, Frame.class);
  }

  private <U extends Unfolded> List<U> units(Symbol symbol, Class<U> wanted) {
    try {
      unfold(symbol);
    } catch (Failure e) {
      run.report().report(e);
    }
    return entry(symbol).units.stream().map(wanted::cast).toList();
  }

  Value host(Symbol.Host host) throws Failure {
    return named(host, !host.item().keys().isEmpty());
  }

  /** The reference, null where a condition rules it out, a map of those of a keyed declaration. */
  Value placed(Symbol.Placed placed, Span use) throws Failure {
    run.budget().step(use);
    return named(placed, placed.isKeyed());
  }

  private Value named(Symbol symbol, boolean keyed) throws Failure {
    Entry entry = unfold(symbol);
    if (entry.broken) {
      throw Failure.told();
    }
    Value known = entry.value;
    if (known == null) {
      List<Unfolded> found = entry.units;
      known = keyed ? keyed(found, 0) : found.isEmpty() ? Value.Null.NULL : found.getFirst().ref();
      entry.value = known;
    }
    return known;
  }

  private static Value keyed(List<Unfolded> units, int depth) {
    Map<String, List<Unfolded>> byKey = new TreeMap<>();
    for (Unfolded unit : units) {
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
      entry = new Entry(LazyValue.of(shown, symbol.span(), () -> new Walk(symbol).all()));
      entries.put(symbol, entry);
    }
    return entry;
  }

  /** The way through loops and conditions to one declaration. */
  private final class Walk {
    private final Symbol wanted;
    private final DeclarationPaths.Way way;

    Walk(Symbol wanted) {
      this.wanted = wanted;
      this.way = module.declarations().way(wanted);
    }

    Value all() {
      Budget.Spender before = run.budget().enter(wanted, "`" + wanted.name() + "`", wanted.span());
      try {
        if (way.top().isPresent()) {
          walk(
              way.top().get(),
              0,
              frame.map(Frame::scope).orElseGet(module::module),
              Optional.empty());
        }
      } catch (Failure e) {
        run.report().report(e);
        entry(wanted).broken = true;
      } finally {
        run.budget().leave(before);
      }
      return Value.Null.NULL;
    }

    /** {@code depth} says how many items lie around this one. */
    private void walk(Item item, int depth, Scope scope, Optional<UnfoldedResource> parent)
        throws Failure {
      switch (item) {
        case Item.For loop -> loop(loop, depth, scope, parent);
        case Item.If choice -> choice(choice, depth, scope, parent);
        case Item.Declaration declaration -> declaration(declaration, depth, scope, parent);
        case Item.Host host -> host(host, scope);
        case Item ignored -> {}
      }
    }

    private void inside(List<Item> items, int depth, Scope outer, Optional<UnfoldedResource> parent)
        throws Failure {
      Optional<Item> next = way.through(items, depth + 1);
      if (next.isPresent()) {
        walk(next.get(), depth + 1, expressions.lets().inside(items, outer), parent);
      }
    }

    private void loop(Item.For loop, int depth, Scope scope, Optional<UnfoldedResource> parent)
        throws Failure {
      Optional<List<Scope>> all = expressions.rounds().of(loop.head(), scope);
      if (all.isEmpty()) {
        run.report().leave(loop.head().span(), "what a loop goes over");
        throw Failure.told();
      }
      for (Scope round : all.get()) {
        inside(loop.body().items(), depth, round, parent);
      }
    }

    private void choice(Item.If choice, int depth, Scope scope, Optional<UnfoldedResource> parent)
        throws Failure {
      Value holds = expressions.known(choice.condition(), scope, "this condition");
      if (holds.equals(Value.of(true))) {
        inside(choice.then().items(), depth, scope, parent);
      } else if (choice.otherwise().isPresent()) {
        inside(choice.otherwise().get().items(), depth, scope, parent);
      }
    }

    private void declaration(
        Item.Declaration item, int depth, Scope scope, Optional<UnfoldedResource> parent)
        throws Failure {
      Optional<Symbol.Placed> symbol = module.declarations().placed(item);
      if (symbol.isEmpty()) {
        return;
      }
      Address address = address(symbol.get().name(), item.keys(), scope);
      if (symbol.get() == wanted) {
        add(wanted, unit(address, symbol.get(), scope, parent));
        return;
      }
      unfold(symbol.get());
      Optional<UnfoldedResource> outer = module.unfolded().slot(address);
      if (outer.isPresent()) {
        inside(item.body().map(Body::items).orElse(List.of()), depth, scope, outer);
      }
    }

    private Unfolded unit(
        Address address, Symbol.Placed symbol, Scope scope, Optional<UnfoldedResource> parent) {
      return switch (symbol) {
        case Symbol.Resource resource ->
            UnfoldedResource.of(address, resource, scope, frame, parent);
        case Symbol.Use use -> new Frame(module, address, use, scope, frame, parent);
      };
    }

    private void host(Item.Host item, Scope scope) throws Failure {
      if (run.names().declared(item).orElse(null) instanceof Symbol.Host host
          && host.kind().isPresent()) {
        add(host, UnfoldedResource.of(address(host.name(), item.keys(), scope), host, scope));
      }
    }
  }

  private void add(Symbol symbol, Unfolded unit) throws Failure {
    module.unfolded().add(unit, symbol.span());
    entry(symbol).units.add(unit);
  }

  private Address address(String name, List<Expr> exprs, Scope scope) throws Failure {
    List<Key> keys = new ArrayList<>(exprs.size());
    for (Expr expr : exprs) {
      keys.add(key(expressions.known(expr, scope, "a key"), expr));
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
