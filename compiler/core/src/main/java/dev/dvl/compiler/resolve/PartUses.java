package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.diagnostic.Suggestion;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links attributes to what the schema of their kind, host or block says about them. */
final class PartUses {
  private final Module module;
  private final ExprUses exprs;

  PartUses(Module module, ExprUses exprs) {
    this.module = module;
    this.exprs = exprs;
  }

  /** An attribute in the body of a resource. */
  void attribute(Item.Attribute item, Symbol.Resource body, ExprUses.Around around) {
    exprs.resolve(item.value(), around);
    Optional<KindSchema> kind = body.kind();
    Optional<String> name = name(item);
    if (name.isEmpty()) {
      return;
    }
    String text = name.get();
    Optional<Attribute> found =
        kind.flatMap(it -> it.attribute(text)).or(() -> CommonAttributes.attribute(text));
    if (found.isPresent()) {
      module.uses().put(item, found.get());
    } else if (CommonAttributes.block(text).isPresent()
        || kind.flatMap(it -> it.block(text)).isPresent()) {
      blockAsAttribute(item, text);
    } else if (kind.isPresent()) {
      unknown(item, text, Article.quoted(kind.get().name()), names(kind.get()));
    }
  }

  /** The body of a host: attributes and blocks. */
  void host(Body body, KindSchema kind, ExprUses.Around around) {
    String owner = Article.quoted(kind.name()) + " host";
    for (Item item : body.items()) {
      switch (item) {
        case Item.Attribute attribute -> hostAttribute(attribute, owner, kind, around);
        case Item.Declaration declaration -> hostBlock(declaration, kind, around);
        case Item.Broken ignored -> {}
        case Item other -> outOfPlace(other, owner + " holds only attributes and blocks");
      }
    }
    attributesOnce(body.items());
    blocksOnce(body.items());
  }

  private void hostAttribute(
      Item.Attribute item, String owner, KindSchema kind, ExprUses.Around around) {
    exprs.resolve(item.value(), around);
    Optional<String> name = name(item);
    if (name.flatMap(kind::block).isPresent()) {
      blockAsAttribute(item, name.get());
    } else if (name.isPresent()) {
      link(item, name.get(), owner, kind.attributes());
    }
  }

  private void hostBlock(Item.Declaration item, KindSchema kind, ExprUses.Around around) {
    String word = item.kind().text();
    Optional<Block> block = kind.block(word);
    item.keys().forEach(key -> exprs.resolve(key, around));
    if (block.isPresent()) {
      module.uses().put(item, new Meaning.Part(block.get()));
      new BlockLabels(module).check(item, block.get());
      block(item, block.get(), around);
    } else if (kind.attribute(word).isPresent()) {
      new BlockLabels(module).attributeAsBlock(item);
    } else {
      new BlockLabels(module).unknown(item, kind);
    }
  }

  void block(Item.Declaration item, Block block, ExprUses.Around around) {
    item.body()
        .ifPresent(body -> attributes(body, "`" + block.name() + "`", block.attributes(), around));
  }

  private void attributes(
      Body body, String owner, List<Attribute> schemas, ExprUses.Around around) {
    for (Item item : body.items()) {
      switch (item) {
        case Item.Attribute attribute -> {
          exprs.resolve(attribute.value(), around);
          name(attribute).ifPresent(name -> link(attribute, name, owner, schemas));
        }
        case Item.Broken ignored -> {}
        case Item other -> outOfPlace(other, owner + " holds only attributes");
      }
    }
    attributesOnce(body.items());
  }

  private void link(Item.Attribute item, String name, String owner, List<Attribute> schemas) {
    Optional<Attribute> found = schemas.stream().filter(it -> it.name().equals(name)).findFirst();
    if (found.isPresent()) {
      module.uses().put(item, found.get());
    } else {
      unknown(item, name, owner, schemas.stream().map(Attribute::name).toList());
    }
  }

  /** Reports attributes that are set more than once in one body. */
  void attributesOnce(List<Item> items) {
    Map<String, Span> seen = new HashMap<>();
    for (Item item : items) {
      if (item instanceof Item.Attribute attribute) {
        name(attribute)
            .ifPresent(name -> once(name, attribute.key().span(), NameCodes.ATTRIBUTE_TWICE, seen));
      }
    }
  }

  /** Reports blocks that stand more than once in one body, or under one label. */
  void blocksOnce(List<Item> items) {
    Map<String, Span> seen = new HashMap<>();
    for (Item item : items) {
      if (item instanceof Item.Declaration declaration
          && declaration.keys().isEmpty()
          && module.uses().declaration(declaration).orElse(null) instanceof Meaning.Part part) {
        String label = declaration.name().map(Name::text).map(it -> " " + it).orElse("");
        Span span = declaration.name().map(Name::span).orElse(declaration.kind().span());
        once(part.schema().name() + label, span, NameCodes.BLOCK_TWICE, seen);
      }
    }
  }

  void outOfPlace(Item item, String text) {
    Diagnostic wrong = Diagnostic.at(NameCodes.OUT_OF_PLACE, item.span(), text);
    module.report(FieldAsAttribute.of(item).map(wrong::fix).orElse(wrong));
  }

  private void once(String name, Span span, Code code, Map<String, Span> seen) {
    Span first = seen.putIfAbsent(name, span);
    if (first != null) {
      module.report(
          Diagnostic.at(code, span, "`" + name + "` is here already")
              .label(first, "first written here"));
    }
  }

  /** Reports an attribute that nothing of {@code owner} is called. */
  void unknown(Item.Attribute item, String name, String owner, List<String> candidates) {
    Diagnostic unknown =
        Diagnostic.at(
            NameCodes.UNKNOWN_ATTRIBUTE,
            item.key().span(),
            owner + " has no attribute `" + name + "`");
    module.report(Suggestion.add(unknown, "an attribute", name, item.key().span(), candidates));
  }

  private void blockAsAttribute(Item.Attribute item, String name) {
    Diagnostic wrong =
        Diagnostic.at(NameCodes.BLOCK_AS_ATTRIBUTE, item.key().span(), "`" + name + "` is a block")
            .note("Blocks are written without `=`: `" + name + " { }`.");
    if (item.value() instanceof Expr.ObjectLiteral object) {
      Span between = item.key().span().until(object.span());
      wrong = wrong.fix(Fix.replace("leave the `=` out", Fix.Confidence.CERTAIN, between, " "));
    }
    module.report(wrong);
  }

  private static List<String> names(KindSchema kind) {
    List<String> names = new ArrayList<>(CommonAttributes.names());
    kind.attributes().forEach(attribute -> names.add(attribute.name()));
    kind.blocks().forEach(block -> names.add(block.name()));
    return names;
  }

  static Optional<String> name(Item.Attribute item) {
    return switch (item.key()) {
      case ObjectKey.Word(var ignored, String text) -> Optional.of(text);
      case ObjectKey.Quoted(var ignored, Expr.Text text) -> text.literal();
      case ObjectKey.Computed ignored -> Optional.empty();
    };
  }
}
