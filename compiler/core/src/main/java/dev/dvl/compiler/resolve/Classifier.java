package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import java.util.Optional;

/** Tells resources from blocks: the schema of the resource around decides. */
final class Classifier {
  private final Module module;
  private final KindNames kindNames;

  Classifier(Module module) {
    this.module = module;
    this.kindNames = new KindNames(module);
  }

  /**
   * The symbol of a resource or of a use of a component; empty for a block, which is entered as
   * such, and for mistakes.
   */
  Optional<? extends Symbol.Placed> classify(Item.Declaration item, Setting where) {
    String word = item.kind().text();
    Optional<KindSchema> around = where.parent().flatMap(Symbol.Resource::kind);
    Optional<Block> block = around.flatMap(kind -> kind.block(word)).or(() -> common(word, where));
    if (block.isPresent()) {
      module.uses().put(item, new Meaning.Part(block.get()));
      new BlockLabels(module).check(item, block.get());
      return Optional.empty();
    }
    if (isAttribute(word, around, where)) {
      new BlockLabels(module).attributeAsBlock(item);
      return Optional.empty();
    }
    if (where.parent().isPresent() && item.name().isEmpty() && !isKind(item)) {
      around.ifPresent(kind -> new BlockLabels(module).unknown(item, kind));
      return Optional.empty();
    }
    return switch (module.find(Space.KIND, item.kind())) {
      case Answer.Found(Symbol symbol) -> Optional.of(use(item, (Symbol.Component) symbol, where));
      case Answer.Unknown ignored -> resource(item, kind(item), where);
      case Answer.Told ignored -> resource(item, Optional.empty(), where);
    };
  }

  private boolean isKind(Item.Declaration item) {
    return item.kind().names().size() > 1
        || !(module.find(Space.KIND, item.kind()) instanceof Answer.Unknown)
        || module.kinds().find(item.kind().text()).isPresent();
  }

  private Symbol.Use use(Item.Declaration item, Symbol.Component component, Setting where) {
    return new Symbol.Use(item, label(item, true), component, where.enclosing(), where.parent());
  }

  private Optional<Symbol.Resource> resource(
      Item.Declaration item, Optional<KindSchema> kind, Setting where) {
    Name label = label(item, kind.isPresent());
    return Optional.of(new Symbol.Resource(item, label, kind, where.enclosing(), where.parent()));
  }

  private Name label(Item.Declaration item, boolean known) {
    Optional<Name> label = item.name().filter(name -> !name.isMissing());
    if (label.isEmpty() && known) {
      module.report(
          Diagnostic.at(NameCodes.LABEL, item.kind().span(), "this resource has no name")
              .note("Write `" + item.kind().text() + " NAME { }`: the name is its address."));
    }
    return label.orElse(new Name(Span.at(item.kind().span().end()), ""));
  }

  private Optional<KindSchema> kind(Item.Declaration item) {
    String word = item.kind().text();
    Optional<KindSchema> found = module.kinds().find(word);
    if (found.isEmpty()) {
      kindNames.unknown(item.kind(), kind -> !kind.host());
    } else if (found.get().host()) {
      String name = item.name().map(Name::text).orElse("NAME");
      module.report(
          Diagnostic.at(NameCodes.HOST_KIND, item.kind().span(), "`" + word + "` is a kind of host")
              .note("Hosts are declared as in `host " + name + ": " + word + " { }`."));
      return Optional.empty();
    }
    return found;
  }

  private static Optional<Block> common(String word, Setting where) {
    return where.parent().isPresent() ? CommonAttributes.block(word) : Optional.empty();
  }

  private static boolean isAttribute(String word, Optional<KindSchema> around, Setting where) {
    return around.flatMap(kind -> kind.attribute(word)).isPresent()
        || (where.parent().isPresent() && CommonAttributes.attribute(word).isPresent());
  }
}
