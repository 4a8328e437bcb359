package dev.dvl.compiler.check.item;

import dev.dvl.compiler.check.expr.Context;
import dev.dvl.compiler.check.expr.Demands;
import dev.dvl.compiler.check.expr.Typing;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import java.util.List;

/** Checks the items of a module, in the order of the text. */
public final class Items {
  private final Typing typing;
  private final Declarations declarations;
  private final Resources resources;

  public Items(Typing typing) {
    this.typing = typing;
    this.declarations = new Declarations(typing);
    this.resources = new Resources(typing, this);
  }

  public void check(List<Item> items) {
    items.forEach(item -> check(item, Context.NONE));
  }

  /** Checks one item, and what stands in it. */
  public void check(Item item, Context context) {
    switch (item) {
      case Item.Output output -> declarations.output(output);
      case Item.Check check -> declarations.check(check);
      case Item.Adopt adopt -> declarations.adopt(adopt);
      case Item.For loop -> loop(loop, context);
      case Item.If choice -> choice(choice, context);
      case Item other -> typing.names().declared(other).ifPresent(this::symbol);
    }
  }

  private void symbol(Symbol symbol) {
    typing.symbols().of(symbol);
    switch (symbol) {
      case Symbol.Param param -> declarations.param(param);
      case Symbol.Secret secret -> declarations.secret(secret);
      case Symbol.Type type -> declarations.type(type);
      case Symbol.Fn fn -> declarations.fn(fn);
      case Symbol.Host host -> resources.host(host);
      case Symbol.Resource resource -> resources.check(resource);
      case Symbol.Use use -> resources.use(use);
      case Symbol.Component component -> component(component);
      case Symbol.Place ignored -> {}
      case Symbol.Let let -> declarations.let(let);
      case Symbol.FnParam _, Symbol.Loop _, Symbol.It _, Symbol.Observed _ -> {}
    }
  }

  /** Checks what stands in a component, once. */
  void component(Symbol.Component component) {
    if (typing.components().enter(component)) {
      inside(component);
    }
  }

  /** Checks what stands in a component. */
  void inside(Symbol.Component component) {
    component.on().ifPresent(typing.components()::place);
    for (Item item : component.item().body().items()) {
      if (item instanceof Item.Output output) {
        typing.components().shown(output);
      } else {
        check(item, Context.NONE);
      }
    }
  }

  private void loop(Item.For loop, Context context) {
    head(loop, context);
    body(loop.body(), inside(loop, context));
  }

  /** Checks the head of a {@code for} item. */
  void head(Item.For loop, Context context) {
    typing.names().variables(loop.head()).stream()
        .findFirst()
        .ifPresent(variable -> typing.symbols().of(variable));
    loop.head().condition().ifPresent(it -> condition(it, context));
  }

  /** What holds in the body of a {@code for} item. */
  Context inside(Item.For loop, Context context) {
    return loop.head()
        .condition()
        .map(it -> context.and(typing.narrowing().whenTrue(it)))
        .orElse(context);
  }

  private void choice(Item.If choice, Context context) {
    condition(choice.condition(), context);
    body(choice.then(), context.and(typing.narrowing().whenTrue(choice.condition())));
    choice
        .otherwise()
        .ifPresent(it -> body(it, context.and(typing.narrowing().whenFalse(choice.condition()))));
  }

  /** Checks a condition that decides whether items are there. */
  void condition(Expr condition, Context context) {
    typing.condition(condition, context);
    new Demands(typing)
        .knownAndOpen(condition, typing.types().of(condition), "the condition of an item");
  }

  private void body(Body body, Context context) {
    body.items().forEach(item -> check(item, context));
  }
}
