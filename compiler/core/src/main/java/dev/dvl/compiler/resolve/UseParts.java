package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Links the attributes of a use of a component to the component's parameters. */
final class UseParts {
  private final Module module;
  private final ExprUses exprs;
  private final PartUses parts;

  UseParts(Module module, ExprUses exprs, PartUses parts) {
    this.module = module;
    this.exprs = exprs;
    this.parts = parts;
  }

  void of(Body body, Symbol.Use use, ExprUses.Around around) {
    for (Item item : body.items()) {
      switch (item) {
        case Item.Attribute attribute -> attribute(attribute, use, around);
        case Item.Declaration block when CommonAttributes.block(block.kind().text()).isPresent() ->
            refuse(block.kind().span(), block.kind().text());
        case Item.Broken ignored -> {}
        case Item other -> parts.outOfPlace(other, "the use of a component holds only attributes");
      }
    }
    parts.attributesOnce(body.items());
  }

  private void attribute(Item.Attribute item, Symbol.Use use, ExprUses.Around around) {
    exprs.resolve(item.value(), around);
    PartUses.name(item).ifPresent(name -> link(item, name, use));
  }

  private void link(Item.Attribute item, String name, Symbol.Use use) {
    Contents contents = module.declared().contents(use.component().item());
    Optional<Symbol.Param> param = contents.param(name);
    if (param.isPresent()) {
      module.uses().put(item, param.get());
    } else if (name.equals(CommonAttributes.AFTER)) {
      CommonAttributes.attribute(name).ifPresent(it -> module.uses().put(item, it));
    } else if (CommonAttributes.names().contains(name)) {
      refuse(item.key().span(), name);
    } else {
      parts.unknown(item, name, Article.quoted(use.component().name()), names(contents));
    }
  }

  private void refuse(Span span, String name) {
    module.report(
        Diagnostic.at(NameCodes.COMPONENT_PART, span, "a component has no `" + name + "`")
            .note(
                "It belongs to single resources. Give the component a parameter, and set `"
                    + name
                    + "` inside."));
  }

  private static List<String> names(Contents contents) {
    List<String> names = new ArrayList<>(List.of(CommonAttributes.AFTER));
    contents.params().forEach(param -> names.add(param.name()));
    return names;
  }
}
