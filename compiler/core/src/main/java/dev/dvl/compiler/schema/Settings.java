package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Suggestion;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.ObjectKey;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands in the braces behind a field: {@code { impact = "live", default = made() }}. */
final class Settings {
  private final Map<String, Expr> values = new LinkedHashMap<>();
  private final Diagnostics diagnostics;

  /** Reads the settings of one declaration, of which only {@code allowed} make sense there. */
  Settings(Optional<Body> body, Set<String> allowed, Diagnostics diagnostics) {
    this(body.map(Body::items).orElse(List.of()), allowed, diagnostics);
  }

  /** Reads {@code items}, of which only those that set one of {@code allowed} make sense. */
  Settings(List<Item> items, Set<String> allowed, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    items.forEach(item -> add(item, allowed));
  }

  Optional<Expr> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A text, fixed when written. */
  Optional<String> text(String name) {
    return find(name)
        .flatMap(
            expr -> {
              Optional<String> text =
                  expr instanceof Expr.Text literal ? literal.literal() : Optional.empty();
              return expected(text, expr, "a text is expected here");
            });
  }

  /** One of several words, given as text. */
  Optional<String> oneOf(String name, Set<String> words) {
    return find(name).flatMap(expr -> text(name).flatMap(text -> expectedOneOf(text, words, expr)));
  }

  private Optional<String> expectedOneOf(String text, Set<String> words, Expr expr) {
    return expected(
        Optional.of(text).filter(words::contains),
        expr,
        "one of " + String.join(", ", words.stream().sorted().toList()) + " is expected here");
  }

  boolean flag(String name) {
    return find(name)
        .flatMap(
            expr -> {
              Optional<Boolean> truth =
                  expr instanceof Expr.Constant(var ignored, Value.Bool(boolean value))
                      ? Optional.of(value)
                      : Optional.empty();
              return expected(truth, expr, "true or false is expected here");
            })
        .orElse(false);
  }

  /** Names with dots between them: {@code engine.host_ports}. */
  Optional<List<String>> path(String name) {
    return find(name)
        .flatMap(expr -> expected(path(expr), expr, "a path such as `engine.memory` is expected"));
  }

  /** A list of texts, each with its place. */
  List<Word> words(String name) {
    return find(name)
        .map(expr -> expected(words(expr), expr, "a list of texts is expected"))
        .flatMap(found -> found)
        .orElse(List.of());
  }

  /** A text with its place. */
  Optional<Word> word(String name) {
    return text(name).flatMap(text -> find(name).map(expr -> new Word(text, expr.span())));
  }

  /** A text and where it is written. */
  record Word(String text, Span span) {}

  private static Optional<List<Word>> words(Expr expr) {
    if (!(expr instanceof Expr.ListLiteral(var ignored, List<Expr> elements))) {
      return Optional.empty();
    }
    List<Word> words = new ArrayList<>();
    for (Expr element : elements) {
      Optional<String> text = element instanceof Expr.Text it ? it.literal() : Optional.empty();
      if (text.isEmpty()) {
        return Optional.empty();
      }
      words.add(new Word(text.get(), element.span()));
    }
    return Optional.of(words);
  }

  private static Optional<List<String>> path(Expr expr) {
    return switch (expr) {
      case Expr.NameRef(var ignored, String name) -> Optional.of(List.of(name));
      case Expr.Member(var ignored, Expr target, var part, boolean safe) ->
          path(target)
              .filter(before -> !safe)
              .map(
                  before -> {
                    List<String> longer = new ArrayList<>(before);
                    longer.add(part.text());
                    return List.copyOf(longer);
                  });
      case Expr ignored -> Optional.empty();
    };
  }

  private void add(Item item, Set<String> allowed) {
    switch (item) {
      case Item.Attribute(var ignored, var alsoIgnored, ObjectKey.Word key, Expr value) -> {
        if (!allowed.contains(key.text())) {
          unknown(key, allowed);
        } else if (values.putIfAbsent(key.text(), value) != null) {
          diagnostics.report(
              Diagnostic.at(
                  SchemaCodes.TWICE, key.span(), "`" + key.text() + "` has been set already"));
        }
      }
      case Item.Broken ignored -> {}
      case Item other ->
          diagnostics.report(
              Diagnostic.at(SchemaCodes.MISPLACED, other.span(), "only settings stand here"));
    }
  }

  private void unknown(ObjectKey.Word key, Set<String> allowed) {
    Diagnostic unknown =
        Diagnostic.at(
            SchemaCodes.UNKNOWN_SETTING,
            key.span(),
            "there is no setting `" + key.text() + "` here");
    diagnostics.report(Suggestion.add(unknown, "a setting", key.text(), key.span(), allowed));
  }

  private <T> Optional<T> expected(Optional<T> found, Expr expr, String text) {
    if (found.isEmpty() && !(expr instanceof Expr.Broken)) {
      diagnostics.report(Diagnostic.at(SchemaCodes.SETTING_VALUE, expr.span(), text));
    }
    return found;
  }
}
