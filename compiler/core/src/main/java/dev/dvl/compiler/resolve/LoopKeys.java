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
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In the keys of a resource or of a labelled block, a variable of each loop around it occurs: else
 * all rounds of the loop would declare one and the same thing.
 */
final class LoopKeys {
  private final Tables tables;
  private final IdentityHashMap<ComprehensionHead, Map<Symbol, Boolean>> mentioned =
      new IdentityHashMap<>();

  LoopKeys(Tables tables) {
    this.tables = tables;
  }

  void report() {
    tables.declared().all(Symbol.Placed.class).forEach(this::placed);
  }

  private void placed(Symbol.Placed resource) {
    List<ComprehensionHead> loops = new ArrayList<>();
    for (Enclosure enclosure : resource.enclosing()) {
      if (enclosure instanceof Enclosure.Loop(Item.For loop)) {
        loops.add(loop.head());
      }
    }
    check(resource.item(), resource.span(), loops);
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
        case Item.Declaration block when isPart(block) -> check(block, block.kind().span(), loops);
        case Item ignored -> {}
      }
    }
  }

  private boolean isPart(Item.Declaration item) {
    return tables.uses().declaration(item).orElse(null) instanceof Meaning.Part;
  }

  private void check(Item.Declaration item, Span span, List<ComprehensionHead> loops) {
    List<ComprehensionHead> missing = loops.stream().filter(loop -> isMissing(item, loop)).toList();
    if (missing.isEmpty()) {
      return;
    }
    List<String> variables = missing.stream().map(it -> it.names().getFirst().text()).toList();
    Diagnostic diagnostic = Diagnostic.at(NameCodes.MISSING_KEY, span, text(variables));
    for (ComprehensionHead loop : missing) {
      diagnostic = diagnostic.label(loop.span(), "a loop around it");
    }
    diagnostic = diagnostic.note("The key tells one round of the loop from the other.");
    Optional<Name> fixable = item.name().filter(ignored -> item.keys().isEmpty());
    tables.report(
        fixable.isPresent() ? diagnostic.fix(withKeys(fixable.get(), variables)) : diagnostic);
  }

  private boolean isMissing(Item.Declaration item, ComprehensionHead loop) {
    return loop.names().stream().noneMatch(Name::isMissing)
        && item.keys().stream().noneMatch(key -> mentions(key, loop));
  }

  private static String text(List<String> variables) {
    return variables.stream().map(it -> "`" + it + "`").collect(Collectors.joining(" and "))
        + (variables.size() == 1 ? " does" : " do")
        + " not occur in its key";
  }

  private static Fix withKeys(Name name, List<String> variables) {
    String keys = variables.stream().map(it -> "[" + it + "]").collect(Collectors.joining());
    String title = variables.size() == 1 ? "add the key" : "add the keys";
    return Fix.replace(title, Fix.Confidence.LIKELY, Span.at(name.span().end()), keys);
  }

  private boolean mentions(Expr key, ComprehensionHead head) {
    return Subexpressions.any(key, inner -> inner instanceof Expr.NameRef use && means(use, head));
  }

  private boolean means(Expr.NameRef use, ComprehensionHead head) {
    return switch (tables.uses().value(use).orElse(null)) {
      case Symbol.Loop loop -> loop.head().equals(head);
      case Symbol.Let let -> followed(let, head);
      case null -> true;
      case Symbol ignored -> false;
    };
  }

  /** A let that needs itself mentions nothing more the second time. */
  private boolean followed(Symbol.Let let, ComprehensionHead head) {
    if (let.enclosing().isEmpty()) {
      return false;
    }
    Map<Symbol, Boolean> known = mentioned.computeIfAbsent(head, it -> new IdentityHashMap<>());
    if (known.putIfAbsent(let, false) == null) {
      known.put(let, mentions(let.item().value(), head));
    }
    return known.getOrDefault(let, false);
  }

  private static List<ComprehensionHead> longer(
      List<ComprehensionHead> loops, ComprehensionHead head) {
    return Stream.concat(loops.stream(), Stream.of(head)).toList();
  }
}
