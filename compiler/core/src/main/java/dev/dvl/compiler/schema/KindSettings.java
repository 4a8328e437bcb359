package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.schema.KindSchema.Identity;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.ObjectKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a kind says of its objects as a whole: {@code identity}, {@code record} and {@code
 * order}. Hosts are not made, so a kind of host says nothing of it.
 */
final class KindSettings {
  private static final Set<String> NAMES = Set.of("identity", "record", "order");
  private static final Set<String> IDENTITIES = Set.of("born", "marked", "named", "part");
  private static final Set<String> RECORDS = Set.of("rewritten", "fixed");

  private final Item.Kind kind;
  private final Settings settings;
  private final Diagnostics diagnostics;

  KindSettings(Item.Kind kind, Diagnostics diagnostics) {
    this.kind = kind;
    this.diagnostics = diagnostics;
    List<Item> own = kind.body().items().stream().filter(KindSettings::isOne).toList();
    this.settings = new Settings(own, NAMES, diagnostics);
    if (kind.on().isEmpty()) {
      own.forEach(
          item ->
              diagnostics.report(
                  Diagnostic.at(SchemaCodes.MISPLACED, item.span(), "a host is not made by dvl")));
    }
  }

  /** Whether an item sets something that is read here. */
  static boolean isOne(Item item) {
    return item instanceof Item.Attribute attribute
        && attribute.key() instanceof ObjectKey.Word(var ignored, String key)
        && NAMES.contains(key);
  }

  /** How its objects are known to be ours; a host is known by where it listens. */
  Identity identity() {
    if (kind.on().isEmpty()) {
      return Identity.NAMED;
    }
    if (settings.find("identity").isEmpty()) {
      missing(
          "how are its objects known to be ours?",
          "Say it in the kind: `identity = \"born\"`, or one of marked, named, part.");
    }
    return settings
        .oneOf("identity", IDENTITIES)
        .map(word -> Identity.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(Identity.BORN);
  }

  /** Whether the record that an object carries can be written anew. */
  boolean rewritable(Identity identity) {
    Optional<Expr> record = settings.find("record");
    if (!identity.isRecorded()) {
      record.ifPresent(this::recordless);
      return false;
    }
    if (record.isEmpty() && settings.find("identity").isPresent()) {
      missing(
          "can the record that its objects carry be written anew?",
          "Say it in the kind: `record = \"rewritten\"`, or `record = \"fixed\"`.");
    }
    return settings.oneOf("record", RECORDS).filter("rewritten"::equals).isPresent();
  }

  /** Whether a new object always comes before the old one goes. */
  boolean startsFirst() {
    return settings.oneOf("order", Set.of("start_first")).isPresent();
  }

  private void recordless(Expr record) {
    if (kind.on().isPresent()) {
      diagnostics.report(
          Diagnostic.at(
              SchemaCodes.SETTING_VALUE,
              record.span(),
              "only `born` and `marked` objects carry one"));
    }
  }

  private void missing(String text, String note) {
    diagnostics.report(Diagnostic.at(SchemaCodes.NO_IDENTITY, kind.name().span(), text).note(note));
  }
}
