package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.diagnostic.Suggestion;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Item;
import java.util.ArrayList;
import java.util.List;

/** A block that may be repeated has a label, any other has none. */
final class BlockLabels {
  private final Module module;

  BlockLabels(Module module) {
    this.module = module;
  }

  void check(Item.Declaration item, Block block) {
    if (block.labelled() && item.name().isEmpty()) {
      module.report(
          Diagnostic.at(NameCodes.LABEL, item.kind().span(), "this block has no label")
              .note(
                  "A `"
                      + block.name()
                      + "` may be repeated; its label tells one from the other, as in `"
                      + block.name()
                      + " root { }`."));
    } else if (!block.labelled() && item.name().isPresent()) {
      Span label = item.name().get().span();
      module.report(
          Diagnostic.at(NameCodes.LABEL, label, "this block takes no label")
              .fix(
                  Fix.replace(
                      "leave the label out",
                      Fix.Confidence.LIKELY,
                      new Span(item.kind().span().end(), label.end()),
                      "")));
    }
    item.on()
        .ifPresent(
            on ->
                module.report(
                    Diagnostic.at(NameCodes.OUT_OF_PLACE, on.span(), "a block has no place")));
  }

  void unknown(Item.Declaration item, KindSchema kind) {
    String word = item.kind().text();
    List<String> candidates = new ArrayList<>();
    kind.blocks().stream().map(Block::name).forEach(candidates::add);
    kind.attributes().stream().map(Attribute::name).forEach(candidates::add);
    Diagnostic unknown =
        Diagnostic.at(
            NameCodes.UNKNOWN_BLOCK,
            item.kind().span(),
            Article.quoted(kind.name()) + " has no block `" + word + "`");
    module.report(Suggestion.add(unknown, "a part", word, item.kind().span(), candidates));
  }

  void attributeAsBlock(Item.Declaration item) {
    String word = item.kind().text();
    Diagnostic wrong =
        Diagnostic.at(
                NameCodes.ATTRIBUTE_AS_BLOCK, item.kind().span(), "`" + word + "` is an attribute")
            .note("Attributes are written `" + word + " = VALUE`, objects among them.");
    boolean plain = item.name().isEmpty() && item.keys().isEmpty() && item.on().isEmpty();
    module.report(plain && item.body().isPresent() ? wrong.fix(withSign(item)) : wrong);
  }

  private static Fix withSign(Item.Declaration item) {
    return Fix.replace(
        "put `=` before the `{`",
        Fix.Confidence.CERTAIN,
        item.kind().span().until(item.body().orElseThrow().span()),
        " = ");
  }
}
