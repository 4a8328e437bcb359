package dev.dvl.compiler.check.item;

import dev.dvl.compiler.check.expr.CheckCodes;
import dev.dvl.compiler.check.expr.Context;
import dev.dvl.compiler.check.expr.Keys;
import dev.dvl.compiler.check.expr.Typing;
import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.Meaning;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Item;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Resources and hosts: what is set in them, what is missing, and where they stand. */
final class Resources {
  private final Typing typing;
  private final Items items;
  private final Placement placement;
  private final MissingSettings missing;

  Resources(Typing typing, Items items) {
    this.typing = typing;
    this.items = items;
    this.placement = new Placement(typing);
    this.missing = new MissingSettings(typing);
  }

  void check(Symbol.Resource resource) {
    Context context = typing.settings().context(resource);
    placement.check(resource, context);
    resource.item().body().ifPresent(body -> body(body, context));
    resource.kind().ifPresent(kind -> complete(resource, kind));
  }

  void use(Symbol.Use use) {
    Context context = typing.settings().context(use);
    items.component(use.component());
    placement.check(use, context);
    use.item().body().ifPresent(body -> body(body, context));
    missing.params(use);
    typing.components().late(use);
  }

  void host(Symbol.Host host) {
    host.item().body().ifPresent(body -> body(body, Context.NONE));
    host.kind()
        .ifPresent(
            kind ->
                missing.attributes(
                    host.span(), kind.name(), kind.attributes(), host.item().body()));
  }

  private void body(Body body, Context context) {
    body.items().forEach(item -> part(item, context));
  }

  private void part(Item item, Context context) {
    switch (item) {
      case Item.Attribute attribute -> typing.settings().check(attribute, context);
      case Item.Declaration declaration -> declaration(declaration, context);
      case Item.For loop -> loop(loop, context);
      case Item.If choice -> choice(choice, context);
      case Item ignored -> {}
    }
  }

  private void declaration(Item.Declaration item, Context context) {
    Optional<Meaning> meaning = typing.names().meaning(item);
    if (meaning.isPresent()) {
      switch (meaning.get()) {
        case Meaning.Part(Block schema) -> block(item, schema, context);
        case Meaning.Resource ignored -> items.check(item, context);
        case Meaning.Use ignored -> items.check(item, context);
      }
    }
  }

  private void block(Item.Declaration item, Block schema, Context context) {
    item.keys().forEach(key -> new Keys(typing).kind(key, context));
    item.body().ifPresent(body -> body(body, context));
    missing.attributes(item.kind().span(), schema.name(), schema.attributes(), item.body());
  }

  private void loop(Item.For loop, Context context) {
    items.head(loop, context);
    body(loop.body(), items.inside(loop, context));
  }

  private void choice(Item.If choice, Context context) {
    items.condition(choice.condition(), context);
    body(choice.then(), context.and(typing.narrowing().whenTrue(choice.condition())));
    choice
        .otherwise()
        .ifPresent(it -> body(it, context.and(typing.narrowing().whenFalse(choice.condition()))));
  }

  private void complete(Symbol.Resource resource, KindSchema kind) {
    Optional<Body> body = resource.item().body();
    missing.attributes(resource.item().kind().span(), kind.name(), kind.attributes(), body);
    Set<String> written = body.map(Resources::blocks).orElse(Set.of());
    for (Block block : kind.blocks()) {
      if (!block.optional() && !written.contains(block.name())) {
        typing.report(
            Diagnostic.at(
                CheckCodes.MISSING_BLOCK,
                resource.item().kind().span(),
                Article.quoted(kind.name()) + " needs a block `" + block.name() + "`"));
      }
    }
  }

  private static Set<String> blocks(Body body) {
    Set<String> words = new HashSet<>();
    for (Item item : body.items()) {
      switch (item) {
        case Item.Declaration declaration -> words.add(declaration.kind().text());
        case Item.For loop -> words.addAll(blocks(loop.body()));
        case Item.If choice -> {
          words.addAll(blocks(choice.then()));
          choice.otherwise().ifPresent(it -> words.addAll(blocks(it)));
        }
        case Item ignored -> {}
      }
    }
    return words;
  }
}
