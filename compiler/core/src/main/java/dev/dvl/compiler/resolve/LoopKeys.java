package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.ComprehensionHead;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.Subexpressions;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In the keys of a resource or of a labelled block, a variable of each loop around it occurs: else
 * all rounds of the loop would declare one and the same thing.
 */
final class LoopKeys {
  private final Module module;
  private final Set<Symbol> following = Collections.newSetFromMap(new IdentityHashMap<>());

  LoopKeys(Module module) {
    this.module = module;
  }

  void report() {
    module.declared().all(Symbol.Resource.class).forEach(this::resource);
  }

  private void resource(Symbol.Resource resource) {
    for (Enclosure enclosure : resource.enclosing()) {
      if (enclosure instanceof Enclosure.Loop(Item.For loop)) {
        check(resource.item(), resource.span(), loop.head());
      }
    }
    resource.item().body().ifPresent(body -> blocks(body, List.of()));
  }

  private void blocks(Body body, List<ComprehensionHead> loops) {
    for (Item item : body.items()) {
      switch (item) {
        case Item.For loop -> blocks(loop.body(), longer(loops, loop.head()));
        case Item.If choice -> {
          blocks(choice.then(), loops);
          choice.otherwise().ifPresent(it -> blocks(it, loops));
        }
        case Item.Declaration block ->
            loops.stream()
                .filter(head -> isPart(block))
                .forEach(head -> check(block, block.kind().span(), head));
        case Item ignored -> {}
      }
    }
  }

  private boolean isPart(Item.Declaration item) {
    return module.uses().declaration(item).orElse(null) instanceof Meaning.Part;
  }

  private void check(Item.Declaration item, Span span, ComprehensionHead head) {
    boolean named = head.names().stream().noneMatch(Name::isMissing);
    if (!named || item.keys().stream().anyMatch(key -> mentions(key, head))) {
      return;
    }
    String variable = head.names().getFirst().text();
    Diagnostic missing =
        Diagnostic.at(NameCodes.MISSING_KEY, span, "`" + variable + "` does not occur in its key")
            .label(head.span(), "the loop around it")
            .note("The key tells one round of the loop from the other.");
    module.report(
        item.name()
            .filter(ignored -> item.keys().isEmpty())
            .map(name -> missing.fix(withKey(name, variable)))
            .orElse(missing));
  }

  private static Fix withKey(Name name, String variable) {
    return Fix.replace(
        "add the key", Fix.Confidence.LIKELY, Span.at(name.span().end()), "[" + variable + "]");
  }

  private boolean mentions(Expr key, ComprehensionHead head) {
    return Subexpressions.any(key, inner -> inner instanceof Expr.NameRef use && means(use, head));
  }

  private boolean means(Expr.NameRef use, ComprehensionHead head) {
    return switch (module.uses().value(use).orElse(null)) {
      case Symbol.Loop loop -> loop.head().equals(head);
      case Symbol.Let let -> followed(let, head);
      case null -> true;
      case Symbol ignored -> false;
    };
  }

  /** A let that needs itself mentions nothing more the second time. */
  private boolean followed(Symbol.Let let, ComprehensionHead head) {
    if (let.enclosing().isEmpty() || !following.add(let)) {
      return false;
    }
    boolean found = mentions(let.item().value(), head);
    following.remove(let);
    return found;
  }

  private static List<ComprehensionHead> longer(
      List<ComprehensionHead> loops, ComprehensionHead head) {
    return Stream.concat(loops.stream(), Stream.of(head)).toList();
  }
}
