package dev.dvl.compiler.check;

import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.resolve.Meaning;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Resources and hosts: what is set in them, what is missing, and where they stand. */
final class Resources {
  private final Typing typing;
  private final Items items;
  private final Placement placement;

  Resources(Typing typing, Items items) {
    this.typing = typing;
    this.items = items;
    this.placement = new Placement(typing);
  }

  void check(Symbol.Resource resource) {
    Context context = typing.settings().context(resource);
    placement.check(resource, context);
    resource.item().body().ifPresent(body -> body(body, context));
    resource.kind().ifPresent(kind -> complete(resource, kind));
  }

  void host(Symbol.Host host) {
    host.item().body().ifPresent(body -> body(body, Context.NONE));
    host.kind()
        .ifPresent(
            kind -> missing(host.span(), kind.name(), kind.attributes(), host.item().body()));
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
      }
    }
  }

  private void block(Item.Declaration item, Block schema, Context context) {
    item.keys().forEach(key -> new Keys(typing).kind(key, context));
    item.body().ifPresent(body -> body(body, context));
    missing(item.kind().span(), schema.name(), schema.attributes(), item.body());
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
    missing(resource.item().kind().span(), kind.name(), kind.attributes(), body);
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

  private void missing(Span span, String owner, List<Attribute> schemas, Optional<Body> body) {
    Set<String> given = body.map(Resources::attributes).orElse(Set.of());
    Set<String> meant = meant(schemas, given);
    List<Attribute> missing =
        schemas.stream()
            .filter(it -> it.required() && !given.contains(it.name()) && !meant.contains(it.name()))
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    String names =
        missing.stream().map(it -> "`" + it.name() + "`").collect(Collectors.joining(", "));
    Diagnostic diagnostic =
        Diagnostic.at(CheckCodes.MISSING_ATTRIBUTE, span, "this `" + owner + "` lacks " + names);
    for (Attribute attribute : missing) {
      if (!attribute.doc().isEmpty()) {
        diagnostic = diagnostic.note("`" + attribute.name() + "`: " + attribute.doc());
      }
    }
    typing.report(diagnostic);
  }

  /** What unknown names stand for, as resolving has told already. */
  private static Set<String> meant(List<Attribute> schemas, Set<String> given) {
    List<String> names = schemas.stream().map(Attribute::name).toList();
    return given.stream()
        .filter(name -> !names.contains(name))
        .flatMap(name -> Spelling.nearest(name, names).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> attributes(Body body) {
    Set<String> names = new HashSet<>();
    for (Item item : body.items()) {
      if (item instanceof Item.Attribute attribute) {
        Objects.name(attribute.key()).ifPresent(names::add);
      }
    }
    return names;
  }
}
