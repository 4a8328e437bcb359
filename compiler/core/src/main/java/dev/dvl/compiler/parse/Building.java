package dev.dvl.compiler.parse;

import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Comment;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.QualifiedName;
import dev.dvl.grammar.DvlLexer;
import dev.dvl.grammar.DvlParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of all grammar areas share: spans, names, documentation. A context of a
 * mistaken line may lack any of its parts; what must be there becomes an empty or broken node at
 * its end.
 */
final class Building {
  private final ParseReport report;
  private final List<Lexeme> tokens;
  private final List<Comment> docs;
  private final Map<String, String> texts = new HashMap<>();
  private final ItemBuilder items;
  private final ExprBuilder exprs;
  private final TypeBuilder types;
  private final TextBuilder strings;

  Building(ParseReport report, List<Lexeme> tokens, List<Comment> comments) {
    this.report = report;
    this.tokens = tokens;
    this.docs = comments.stream().filter(comment -> comment.kind() == Comment.Kind.DOC).toList();
    this.strings = new TextBuilder(this);
    this.exprs = new ExprBuilder(this);
    this.types = new TypeBuilder(this);
    this.items = new ItemBuilder(this);
  }

  ParseReport report() {
    return report;
  }

  ItemBuilder items() {
    return items;
  }

  ExprBuilder exprs() {
    return exprs;
  }

  TypeBuilder types() {
    return types;
  }

  TextBuilder strings() {
    return strings;
  }

  /** What each part becomes, in order. */
  static <C, R> List<R> each(List<C> parts, Function<C, R> build) {
    if (parts.isEmpty()) {
      return List.of();
    }
    List<R> built = new ArrayList<>(parts.size());
    for (C part : parts) {
      built.add(build.apply(part));
    }
    return built;
  }

  Span span(Token token) {
    return ((Lexeme) token).span();
  }

  /** From the first to the last token; a point where there is none. */
  Span span(ParserRuleContext context) {
    int start = ((Lexeme) context.getStart()).from();
    Lexeme stop = (Lexeme) context.getStop();
    return new Span(start, stop == null ? start : Math.max(start, stop.to()));
  }

  Span start(ParserRuleContext context) {
    return ((Lexeme) context.getStart()).span();
  }

  /** The point where something is missing in {@code context}. */
  Span missingIn(ParserRuleContext context) {
    return Span.at(span(context).end());
  }

  Name name(@Nullable ParserRuleContext word, ParserRuleContext parent) {
    return word == null || word.getStop() == null || isEmpty(word)
        ? new Name(missingIn(parent), "")
        : new Name(span(word), text(word));
  }

  /** Whether nothing at all was read of a mistaken part. */
  private static boolean isEmpty(ParserRuleContext context) {
    return context.exception != null && context.getChildCount() == 0;
  }

  /** The text of a one-word rule; names that occur often share one string. */
  String text(ParserRuleContext word) {
    Token token = word.getStart();
    return texts.computeIfAbsent(token.getText(), text -> text);
  }

  QualifiedName path(DvlParser.@Nullable PathContext path, ParserRuleContext parent) {
    return path == null
        ? missingPath(parent)
        : qualified(span(path), path.first, path.rest, parent);
  }

  QualifiedName qualified(
      Span span,
      @Nullable ParserRuleContext first,
      List<? extends ParserRuleContext> rest,
      ParserRuleContext parent) {
    return new QualifiedName(span, names(name(first, parent), rest, parent));
  }

  List<Name> names(Name first, List<? extends ParserRuleContext> rest, ParserRuleContext parent) {
    if (rest.isEmpty()) {
      return List.of(first);
    }
    List<Name> names = new ArrayList<>();
    names.add(first);
    rest.forEach(word -> names.add(name(word, parent)));
    return names;
  }

  QualifiedName missingPath(ParserRuleContext parent) {
    Span point = missingIn(parent);
    return new QualifiedName(point, List.of(new Name(point, "")));
  }

  /** The documentation right before {@code context}, without its marks. */
  Optional<String> doc(ParserRuleContext context) {
    if (docs.isEmpty()) {
      return Optional.empty();
    }
    int from = firstDocAfter(endBefore(context));
    int start = start(context).start();
    List<String> lines = new ArrayList<>();
    for (int i = from; i < docs.size() && docs.get(i).span().start() < start; i++) {
      lines.add(unmarked(docs.get(i).text()));
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  private int endBefore(ParserRuleContext context) {
    int index = context.getStart().getTokenIndex() - 1;
    while (index >= 0 && tokens.get(index).getType() == DvlLexer.NL) {
      index--;
    }
    return index < 0 ? -1 : tokens.get(index).span().end();
  }

  private int firstDocAfter(int offset) {
    int low = 0;
    int high = docs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (docs.get(middle).span().start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static String unmarked(String comment) {
    String text = comment.substring(3);
    return (text.startsWith(" ") ? text.substring(1) : text).stripTrailing();
  }
}
