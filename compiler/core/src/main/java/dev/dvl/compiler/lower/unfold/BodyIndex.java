package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.resolve.Meaning;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.ObjectKey;
import dev.dvl.compiler.value.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a body writes, by name; one for all instances of a declaration. */
public final class BodyIndex {
  /** What every kind has. */
  public static final Set<String> COMMON =
      Set.of("after", "protect", "update", "timeouts", "replace_when");

  private final Map<String, Expr> attributes = new HashMap<>();
  private final Map<String, Block> blocks = new HashMap<>();
  private final Map<String, Span> spans = new LinkedHashMap<>();
  private final Map<Path, Span> origins = new HashMap<>();
  private final Map<Path, Span> frozen;
  private final List<String> names;
  private final boolean lets;
  private final boolean common;

  private BodyIndex(List<Item> items, Names names) {
    this.lets = items.stream().anyMatch(Item.Let.class::isInstance);
    items.forEach(item -> add(item, names));
    this.frozen = Map.copyOf(origins);
    this.names = List.copyOf(spans.keySet());
    this.common = this.names.stream().anyMatch(COMMON::contains);
  }

  static BodyIndex of(List<Item> items, Names names) {
    return new BodyIndex(items, names);
  }

  List<String> names() {
    return names;
  }

  public Optional<Expr> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  Optional<Block> block(String name) {
    return Optional.ofNullable(blocks.get(name));
  }

  public Optional<Span> span(String name) {
    return Optional.ofNullable(spans.get(name));
  }

  boolean hasLets() {
    return lets;
  }

  /** Whether it sets any of what every kind has. */
  public boolean hasCommon() {
    return common;
  }

  /** Where attributes, and the parts of literals in them, are written. */
  public Map<Path, Span> origins() {
    return frozen;
  }

  public static String name(ObjectKey key) {
    return switch (key) {
      case ObjectKey.Word(var ignored, String text) -> text;
      case ObjectKey.Quoted(var ignored, Expr.Text text) -> text.literal().orElse("");
      case ObjectKey.Computed ignored -> "";
    };
  }

  private void add(Item item, Names names) {
    switch (item) {
      case Item.Attribute attribute -> {
        String name = name(attribute.key());
        attributes.put(name, attribute.value());
        spans.putIfAbsent(name, attribute.value().span());
        origins(Path.of(name), attribute.value());
      }
      case Item.Declaration block
          when names.meaning(block).orElse(null) instanceof Meaning.Part(Block schema) -> {
        blocks.put(schema.name(), schema);
        block(block);
      }
      case Item.For loop -> loop.body().items().forEach(inner -> nested(inner, names));
      case Item.If choice -> {
        choice.then().items().forEach(inner -> nested(inner, names));
        choice.otherwise().ifPresent(body -> body.items().forEach(inner -> nested(inner, names)));
      }
      case Item ignored -> {}
    }
  }

  /** Under {@code for} and {@code if} only blocks stand. */
  private void nested(Item item, Names names) {
    if (!(item instanceof Item.Attribute)) {
      add(item, names);
    }
  }

  private void block(Item.Declaration block) {
    String name = block.kind().text();
    spans.putIfAbsent(name, block.span());
    Path path = Path.of(name);
    origins.putIfAbsent(path, block.span());
    Path part =
        block.name().isPresent() && block.keys().isEmpty()
            ? path.entry(block.name().get().text())
            : path;
    origins.putIfAbsent(part, block.span());
    for (Item item : block.body().map(Body::items).orElse(List.of())) {
      if (item instanceof Item.Attribute attribute) {
        origins(part.field(name(attribute.key())), attribute.value());
      }
    }
  }

  private void origins(Path path, Expr value) {
    origins.putIfAbsent(path, value.span());
    switch (value) {
      case Expr.ObjectLiteral(var ignored, List<Expr.Entry> entries) ->
          entries.forEach(entry -> part(path, entry));
      case Expr.ListLiteral(var ignored, List<Expr> elements) -> {
        for (int i = 0; i < elements.size(); i++) {
          origins(path.element(i), elements.get(i));
        }
      }
      case Expr.Parens(var ignored, Expr inner) -> origins(path, inner);
      case Expr ignored -> {}
    }
  }

  private void part(Path path, Expr.Entry entry) {
    String name = name(entry.key());
    if (!name.isEmpty()) {
      origins(path.field(name), entry.value());
      origins.putIfAbsent(path.entry(name), entry.value().span());
    }
  }
}
