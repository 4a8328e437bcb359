package dev.dvl.compiler.resolve;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links the names that the items of a module use, once all its symbols are there. */
final class ItemUses {
  private final Module module;
  private final ExprUses exprs;
  private final TypeUses types;
  private final PartUses parts;

  ItemUses(Module module) {
    this.module = module;
    this.exprs = new ExprUses(module);
    this.types = new TypeUses(module, exprs);
    this.parts = new PartUses(module, exprs);
  }

  void resolve(List<Item> items, Scope scope) {
    items.forEach(item -> resolve(item, scope, null));
  }

  private void resolve(Item item, Scope scope, Symbol.@Nullable Resource body) {
    ExprUses.Around around = new ExprUses.Around(scope, null, body);
    switch (item) {
      case Item.Param param -> declared(param).ifPresent(symbol -> param(param, around, symbol));
      case Item.Secret secret ->
          declared(secret).flatMap(ignored -> secret.source()).ifPresent(it -> expr(it, around));
      case Item.Let let -> declared(let).ifPresent(symbol -> let(let, around, symbol));
      case Item.Type type -> declared(type).ifPresent(symbol -> type(type, symbol));
      case Item.Fn fn -> declared(fn).ifPresent(symbol -> fn(fn, scope, symbol));
      case Item.Component component ->
          body(component.body(), module.scope(component.body(), scope), null);
      case Item.Host host -> declared(host).ifPresent(symbol -> host(host, symbol, around));
      case Item.Output output -> output(output, around);
      case Item.Check check -> check(check, around);
      case Item.Adopt adopt -> expr(adopt.platformName(), around);
      case Item.Test test -> {
        if (module.isRoot()) {
          new TestUses(module, exprs, parts).resolve(test, around);
        }
      }
      case Item.For loop -> loop(loop, around);
      case Item.If choice -> choice(choice, around);
      case Item.Declaration declaration -> declaration(declaration, around);
      case Item.Attribute attribute ->
          Optional.ofNullable(body).ifPresent(it -> parts.attribute(attribute, it, around));
      case Item ignored -> {}
    }
  }

  private Optional<Symbol> declared(Item item) {
    return module.declared().by(item);
  }

  private void param(Item.Param param, ExprUses.Around outside, Symbol symbol) {
    ExprUses.Around around = new ExprUses.Around(outside.scope(), symbol, outside.body());
    types.resolve(param.type(), null);
    param.value().ifPresent(value -> expr(value, around));
    param.where().ifPresent(where -> exprs.resolve(where, around));
  }

  private void let(Item.Let let, ExprUses.Around around, Symbol symbol) {
    let.type().ifPresent(type -> types.resolve(type, null));
    expr(let.value(), new ExprUses.Around(around.scope(), symbol, around.body()));
  }

  private void type(Item.Type type, Symbol symbol) {
    types.resolve(type.type(), symbol);
    type.where().ifPresent(exprs::alone);
  }

  private void fn(Item.Fn fn, Scope scope, Symbol symbol) {
    Scope inner = scope.inner();
    Registry registry = new Registry(module);
    for (Item.FnParam param : fn.params()) {
      types.resolve(param.type(), null);
      param.value().ifPresent(value -> expr(value, new ExprUses.Around(scope, symbol, null)));
      registry.add(module.declared().by(param), inner);
    }
    fn.result().ifPresent(type -> types.resolve(type, null));
    expr(fn.body(), new ExprUses.Around(inner, symbol, null));
  }

  private void host(Item.Host host, Symbol symbol, ExprUses.Around around) {
    Optional<KindSchema> kind = ((Symbol.Host) symbol).kind();
    host.body().ifPresent(body -> kind.ifPresent(it -> parts.host(body, it, around)));
  }

  private void output(Item.Output output, ExprUses.Around around) {
    output.type().ifPresent(type -> types.resolve(type, null));
    output.value().ifPresent(value -> expr(value, around));
  }

  private void check(Item.Check check, ExprUses.Around around) {
    for (Item item : check.body().items()) {
      switch (item) {
        case Item.Assert(var s, var l, Expr condition, Optional<Expr> message) -> {
          expr(condition, around);
          message.ifPresent(it -> expr(it, around));
        }
        case Item.Broken ignored -> {}
        case Item other -> parts.outOfPlace(other, "a check holds only `assert`");
      }
    }
  }

  private void loop(Item.For loop, ExprUses.Around around) {
    expr(loop.head().source(), around);
    Scope inner = module.scope(loop.body(), around.scope());
    loop.head().condition().ifPresent(it -> expr(it, around.within(inner)));
    body(loop.body(), inner, around.body());
  }

  private void choice(Item.If choice, ExprUses.Around around) {
    expr(choice.condition(), around);
    body(choice.then(), module.scope(choice.then(), around.scope()), around.body());
    choice.otherwise().ifPresent(it -> body(it, module.scope(it, around.scope()), around.body()));
  }

  private void body(Body body, Scope scope, Symbol.@Nullable Resource parent) {
    body.items().forEach(item -> resolve(item, scope, parent));
  }

  private void declaration(Item.Declaration item, ExprUses.Around around) {
    item.keys().forEach(key -> expr(key, around));
    item.on().ifPresent(place -> expr(place.expr(), around));
    Optional<Meaning> meaning = module.uses().declaration(item);
    if (meaning.isPresent()) {
      switch (meaning.get()) {
        case Meaning.Part(var block) -> parts.block(item, block, around);
        case Meaning.Resource(Symbol.Resource symbol) ->
            item.body().ifPresent(body -> resource(body, symbol, around.scope()));
        case Meaning.Use(Symbol.Use symbol) -> use(symbol, around);
      }
    }
  }

  private void resource(Body body, Symbol.Resource symbol, Scope scope) {
    body(body, scope, symbol);
    parts.attributesOnce(body.items());
    parts.blocksOnce(body.items());
  }

  private void use(Symbol.Use symbol, ExprUses.Around around) {
    symbol
        .item()
        .body()
        .ifPresent(body -> new UseParts(module, exprs, parts).of(body, symbol, around));
    Enclosure.component(symbol.enclosing())
        .flatMap(this::declared)
        .ifPresent(
            outer -> module.needs().add(outer, symbol.component(), symbol.item().kind().span()));
  }

  private void expr(Expr expr, ExprUses.Around around) {
    exprs.resolve(expr, around);
  }
}
