package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Suggestion;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the host that an instance of a kind is to others. The kind of that host says which names
 * may be set of it.
 */
final class OfferReader {
  private final Map<String, Item.Kind> kinds;
  private final Set<String> states;
  private final TermReader told;
  private final Diagnostics diagnostics;

  /**
   * A reader of what one kind offers.
   *
   * @param states of the kind that offers it
   * @param told reads what is said of the host
   */
  OfferReader(
      Map<String, Item.Kind> kinds, Set<String> states, TermReader told, Diagnostics diagnostics) {
    this.kinds = kinds;
    this.states = states;
    this.told = told;
    this.diagnostics = diagnostics;
  }

  Optional<KindSchema.OfferedHost> read(Item.Provides offer) {
    return offer
        .body()
        .map(
            body -> {
              Settings settings =
                  new Settings(Optional.of(body), Set.of("host", "after", "with"), diagnostics);
              List.of("host", "after").forEach(it -> required(settings, it, offer.name().span()));
              Optional<Settings.Word> named = settings.word("host");
              Optional<Item.Kind> host = named.flatMap(it -> host(it, offer.name().text()));
              settings.find("with").ifPresent(with -> with(with, host));
              return new KindSchema.OfferedHost(
                  named.map(Settings.Word::text).orElse(""),
                  settings.oneOf("after", states).orElse(""),
                  settings.find("with").map(told::read).orElseGet(() -> Terms.NOTHING));
            });
  }

  private void required(Settings settings, String name, Span offer) {
    if (settings.find(name).isEmpty()) {
      report(SchemaCodes.SETTING_VALUE, offer, "a host that is offered has `" + name + "`");
    }
  }

  /** The kind of the host, which must be such a place by itself. */
  private Optional<Item.Kind> host(Settings.Word word, String face) {
    Optional<Item.Kind> kind =
        Optional.ofNullable(kinds.get(word.text())).filter(it -> it.on().isEmpty());
    if (kind.isEmpty()) {
      Set<String> hosts =
          kinds.values().stream()
              .filter(it -> it.on().isEmpty())
              .map(it -> it.name().text())
              .collect(Collectors.toSet());
      unknown("no kind of host is called `" + word.text() + "`", "a kind", word, hosts);
    } else if (!provides(kind.get(), face)) {
      String text = "`" + word.text() + "` does not provide `" + face + "`";
      report(SchemaCodes.NO_PROVIDER, word.span(), text);
    }
    return kind;
  }

  private static boolean provides(Item.Kind kind, String face) {
    return kind.body().items().stream()
        .anyMatch(it -> it instanceof Item.Provides own && own.name().text().equals(face));
  }

  private void with(Expr with, Optional<Item.Kind> host) {
    if (!(with instanceof Expr.ObjectLiteral said)) {
      report(SchemaCodes.SETTING_VALUE, with.span(), "an object is expected here");
      return;
    }
    if (host.isPresent()) {
      List<Item> items = host.get().body().items();
      Set<String> names = KindNames.scope(items).names();
      for (Expr.Entry entry : said.entries()) {
        name(entry, names, "`" + host.get().name().text() + "`");
        block(items, entry).ifPresent(block -> inside(block, entry.value()));
      }
    }
  }

  private static Optional<Item.BlockSchema> block(List<Item> items, Expr.Entry entry) {
    return items.stream()
        .filter(Item.BlockSchema.class::isInstance)
        .map(Item.BlockSchema.class::cast)
        .filter(it -> key(entry).filter(it.name().text()::equals).isPresent())
        .findFirst();
  }

  /** What is set in a block; in one with labels, under each of them. */
  private void inside(Item.BlockSchema block, Expr value) {
    if (value instanceof Expr.ObjectLiteral said && block.key().isPresent()) {
      said.entries().forEach(entry -> attributes(block, entry.value()));
    } else {
      attributes(block, value);
    }
  }

  private void attributes(Item.BlockSchema block, Expr value) {
    if (value instanceof Expr.ObjectLiteral said) {
      Set<String> names = KindNames.attributes(block.body().items());
      said.entries().forEach(entry -> name(entry, names, "`" + block.name().text() + "`"));
    }
  }

  private void name(Expr.Entry entry, Set<String> names, String owner) {
    key(entry)
        .filter(key -> !names.contains(key))
        .ifPresent(
            key ->
                unknown(
                    owner + " has no part `" + key + "`",
                    "a part",
                    new Settings.Word(key, entry.key().span()),
                    names));
  }

  private static Optional<String> key(Expr.Entry entry) {
    return switch (entry.key()) {
      case ObjectKey.Word(var ignored, String key) -> Optional.of(key);
      case ObjectKey.Quoted(var ignored, Expr.Text key) -> key.literal();
      case ObjectKey.Computed ignored -> Optional.empty();
    };
  }

  private void unknown(String text, String what, Settings.Word word, Set<String> known) {
    Diagnostic unknown = Diagnostic.at(SchemaCodes.NO_SUCH_PART, word.span(), text);
    diagnostics.report(Suggestion.add(unknown, what, word.text(), word.span(), known));
  }

  private void report(Code code, Span span, String text) {
    diagnostics.report(Diagnostic.at(code, span, text));
  }
}
