package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.expr.LazyValue;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.lower.expr.Surroundings;
import dev.dvl.compiler.lower.run.Budget;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.resolve.CommonAttributes;
import dev.dvl.compiler.resolve.Contents;
import dev.dvl.compiler.resolve.Enclosure;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One use of a component, unfolded: what the names in the component stand for there. Everything in
 * it is computed when it is needed.
 */
public final class Frame implements Unfolded, Surroundings {
  private final UnfoldedModule module;
  private final Run run;
  private final Expressions expressions;
  private final Address address;
  private final Symbol.Use use;
  private final Scope around;
  private final Optional<Frame> within;
  private final Optional<UnfoldedResource> parent;
  private final Value.Ref ref;
  private final Scope scope = Scope.of(this);
  private final IdentityHashMap<Object, LazyValue> cells = new IdentityHashMap<>(4);
  private @Nullable Unfolding unfolding;
  private @Nullable List<UnfoldedResource> slots;

  /**
   * A use at an address.
   *
   * @param around the names that hold where the use stands
   * @param within the use of a component in which it stands
   * @param parent the resource in whose body it is written
   */
  Frame(
      UnfoldedModule module,
      Address address,
      Symbol.Use use,
      Scope around,
      Optional<Frame> within,
      Optional<UnfoldedResource> parent) {
    this.module = module;
    this.run = module.run();
    this.expressions = module.expressions();
    this.within = within;
    this.address = address;
    this.use = use;
    this.around = around;
    this.parent = parent;
    this.ref = new Value.Ref(address, use.component().name());
  }

  @Override
  public Address address() {
    return address;
  }

  @Override
  public Value.Ref ref() {
    return ref;
  }

  public Symbol.Use use() {
    return use;
  }

  public Symbol.Component component() {
    return use.component();
  }

  public Contents contents() {
    return run.names().contents(use.component());
  }

  /** The names that hold in the component. */
  public Scope scope() {
    return scope;
  }

  /** The names that hold around the use. */
  Scope around() {
    return around;
  }

  /** The use of a component in which this one stands. */
  public Optional<Frame> within() {
    return within;
  }

  Optional<UnfoldedResource> parent() {
    return parent;
  }

  /** The resources and uses in the component. */
  public Unfolding unfolding() {
    if (unfolding == null) {
      unfolding = new Unfolding(module, this);
    }
    return unfolding;
  }

  /** All resources in the component, and in the components in it. */
  public List<UnfoldedResource> slots() {
    if (slots == null) {
      List<UnfoldedResource> all = new ArrayList<>();
      contents().resources().forEach(it -> all.addAll(unfolding().slots(it)));
      for (Symbol.Use inner : contents().uses()) {
        unfolding().frames(inner).forEach(it -> all.addAll(it.slots()));
      }
      slots = List.copyOf(all);
    }
    return slots;
  }

  @Override
  public Scope module() {
    return module.module();
  }

  @Override
  public Value value(Symbol declared, Span at) throws Failure {
    return switch (declared) {
      case Symbol.Param param when !param.enclosing().isEmpty() -> value(param);
      case Symbol.Let let when !let.enclosing().isEmpty() -> value(let);
      case Symbol.Placed placed when Enclosure.component(placed.enclosing()).isPresent() ->
          unfolding().placed(placed, at);
      case Symbol.Place ignored -> place();
      case Symbol ofModule -> module.value(ofModule, at);
    };
  }

  @Override
  public Value setting(Value.Ref resource, String name, Span at) throws Failure {
    return module.setting(resource, name, at);
  }

  @Override
  public Value output(Value.Ref component, Item.Output output) throws Failure {
    return module.output(component, output);
  }

  /** What a parameter is here: as given, else its default. */
  public Value value(Symbol.Param param) throws Failure {
    return cell(
        param, param.name(), param.span(), () -> new GivenParameter(module, this).value(param));
  }

  public Value value(Symbol.Let let) throws Failure {
    LazyValue cell = cells.get(let);
    if (cell == null) {
      cell = expressions.lets().value(let, scope);
      cells.put(let, cell);
    }
    return cell.get();
  }

  /** What the component shows of itself under that name. */
  public Value value(Item.Output output) throws Failure {
    String name = output.name().text();
    Expr value = output.value().orElseThrow(Failure::told);
    return cell(output, name, output.name().span(), () -> expressions.value(value, scope));
  }

  /** The place that the component stands on. */
  public Value place() throws Failure {
    return cell(use, "on", use.span(), () -> module.placing().of(this));
  }

  /** What the use waits for; null where it waits for nothing. */
  public Value after() throws Failure {
    Optional<Expr> written = index().attribute(CommonAttributes.AFTER);
    return written.isEmpty()
        ? Value.Null.NULL
        : cell(
            written.get(),
            CommonAttributes.AFTER,
            written.get().span(),
            () -> expressions.value(written.get(), around));
  }

  /** What is written in the body of the use. */
  public BodyIndex index() {
    return module.settings().index(use.item().body().map(Body::items).orElse(List.of()));
  }

  private Value cell(Object key, String name, Span span, LazyValue.Computation computation)
      throws Failure {
    LazyValue cell = cells.get(key);
    if (cell == null) {
      cell = LazyValue.of("`" + address + "." + name + "`", span, () -> inside(computation));
      cells.put(key, cell);
    }
    return cell.get();
  }

  private Value inside(LazyValue.Computation computation) throws Failure {
    Budget.Spender before =
        run.budget().enter(component(), "`" + component().name() + "`", component().span());
    try {
      return computation.compute();
    } finally {
      run.budget().leave(before);
    }
  }
}
