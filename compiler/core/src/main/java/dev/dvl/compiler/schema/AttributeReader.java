package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.syntax.Where;
import dev.dvl.compiler.type.LiteralShape;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one attribute of a kind or block. */
final class AttributeReader {
  private static final Set<String> SETTINGS =
      Set.of(
          "impact",
          "default",
          "companions",
          "merge",
          "readback",
          "unique",
          "apart_by",
          "by",
          "own",
          "inside",
          "first",
          "cards",
          "within",
          "same_place",
          "consumes",
          "resolved",
          "digest",
          "since",
          "deprecated");

  private final SchemaTypes types;
  private final Set<String> siblings;
  private final Diagnostics diagnostics;
  private final TermReader terms;
  private final ImpactReader impacts;
  private final ImpactReader impactsOfEntries;

  /**
   * A reader of the attributes of one kind or block.
   *
   * @param scope what rules may use beside {@code it} and {@code was}
   * @param live what an impact may read of the object as it is
   * @param siblings the attributes that may be companions
   */
  AttributeReader(
      SchemaTypes types,
      RuleNames scope,
      Set<String> live,
      Set<String> siblings,
      Diagnostics diagnostics) {
    this.types = types;
    this.siblings = siblings;
    this.diagnostics = diagnostics;
    RuleNames own = scope.with("it", "was");
    this.terms = new TermReader(own, diagnostics);
    RuleNames seen = own.with("used").with("live", live);
    this.impacts = new ImpactReader(new TermReader(seen, diagnostics), diagnostics);
    this.impactsOfEntries =
        new ImpactReader(new TermReader(seen.with("key"), diagnostics), diagnostics);
  }

  /** Reads {@code field}; {@code inherited} is its impact where it says none itself. */
  Attribute read(Item.Field field, Optional<Term> inherited) {
    Settings settings = new Settings(field.meta(), SETTINGS, diagnostics);
    Type written = types.reader(Stage.LATER).read(field.type());
    Type type =
        field.optional() && !(written instanceof Type.Maybe) ? new Type.Maybe(written) : written;
    checkForms(field, type, settings);
    Attribute.Merge merge =
        settings.oneOf("merge", Set.of("keys", "whole")).filter("keys"::equals).isPresent()
            ? Attribute.Merge.KEYS
            : Attribute.Merge.WHOLE;
    return new Attribute(
        field.name().text(),
        doc(field),
        type,
        isKnown(field.type()),
        unset(field, type, settings),
        field.where().map(this::condition),
        impact(field, settings, merge, inherited),
        siblings(settings.words("companions")),
        merge,
        readback(settings),
        settings.flag("resolved"),
        settings.find("digest").flatMap(it -> digest(it, settings)),
        unique(settings),
        new Attribute.Elements(
            settings.text("by"),
            texts(settings, "own"),
            texts(settings, "inside"),
            settings.text("first"),
            cards(type, settings),
            siblings(settings.word("within").stream().toList()).stream().findFirst()),
        settings.flag("same_place"),
        settings.path("consumes").map(path -> String.join(".", path)),
        settings.text("since"),
        settings.text("deprecated"));
  }

  Type.Condition condition(Where where) {
    return new Type.Condition(terms.read(where.condition()), where.message().map(terms::read));
  }

  private String doc(Item.Field field) {
    if (field.lead().doc().isEmpty()) {
      report(SchemaCodes.NO_DOC, field.name().span(), "no `///` stands above this attribute");
    }
    return field.lead().doc().orElse("");
  }

  /** Entries that are merged by their keys cost each their own. */
  private Term impact(
      Item.Field field, Settings settings, Attribute.Merge merge, Optional<Term> inherited) {
    ImpactReader reader = merge == Attribute.Merge.KEYS ? impactsOfEntries : impacts;
    Optional<Term> own = settings.find("impact").map(reader::read);
    if (own.or(() -> inherited).isEmpty()) {
      diagnostics.report(
          Diagnostic.at(
                  SchemaCodes.NO_IMPACT, field.name().span(), "what does a change of this cost?")
              .note("Say it behind the type: `{ impact = \"replace\" }`."));
    }
    return own.or(() -> inherited).orElseGet(() -> ImpactReader.of(Impact.REPLACE));
  }

  private Attribute.Default unset(Item.Field field, Type type, Settings settings) {
    Optional<Attribute.Default> said =
        settings
            .find("default")
            .map(expr -> new DefaultReader(terms, type, diagnostics).read(expr));
    Optional<Attribute.Default> sent =
        field
            .value()
            .map(expr -> new Attribute.Default.Sent(LiteralShape.of(terms.read(expr), type)));
    return sent.or(() -> said).orElseGet(Attribute.Default.Unmanaged::new);
  }

  private void checkForms(Item.Field field, Type type, Settings settings) {
    Span name = field.name().span();
    boolean defaults = settings.find("default").isPresent();
    if (field.value().isPresent() && defaults) {
      report(SchemaCodes.UNSET, name, "both a value and a `default` say what unset means");
    }
    if (defaults && !(type instanceof Type.Maybe) && !(type instanceof Type.Wrong)) {
      report(SchemaCodes.UNSET, name, "this cannot be left out: its type has no `?`");
    }
    if (settings.flag("resolved") && (defaults || field.value().isPresent())) {
      report(SchemaCodes.UNSET, name, "what is resolved is never set, so it is never unset either");
    }
    new ElementCheck(type, settings, diagnostics).run();
  }

  private List<String> siblings(List<Settings.Word> words) {
    words.stream()
        .filter(word -> !siblings.contains(word.text()))
        .forEach(
            word ->
                report(
                    SchemaCodes.NO_SUCH_PART,
                    word.span(),
                    "there is no attribute `" + word.text() + "` here"));
    return words.stream().map(Settings.Word::text).toList();
  }

  private static Attribute.Readback readback(Settings settings) {
    return switch (settings.oneOf("readback", Set.of("value", "hash", "never")).orElse("value")) {
      case "hash" -> Attribute.Readback.HASH;
      case "never" -> Attribute.Readback.NEVER;
      case String ignored -> Attribute.Readback.VALUE;
    };
  }

  private Optional<Attribute.Unique> unique(Settings settings) {
    Optional<Settings.Word> apart = settings.word("apart_by");
    Optional<List<String>> path = settings.path("unique");
    if (path.isEmpty()) {
      apart.ifPresent(
          it ->
              report(SchemaCodes.SETTING_VALUE, it.span(), "only what is `unique` is kept apart"));
    }
    siblings(apart.stream().toList());
    return path.map(it -> unique(it, apart.map(Settings.Word::text)));
  }

  private static Attribute.Unique unique(List<String> path, Optional<String> apart) {
    String rest = String.join(".", path.subList(1, path.size()));
    return new Attribute.Unique(
        path.getFirst(), Optional.of(rest).filter(it -> !it.isEmpty()), apart);
  }

  private Optional<Attribute.Digest> digest(Expr expr, Settings settings) {
    if (!settings.flag("resolved")) {
      report(
          SchemaCodes.SETTING_VALUE, expr.span(), "only what is `resolved` is a digest of files");
    }
    return new DigestReader(siblings, diagnostics).read(expr);
  }

  private Optional<Attribute.Cards> cards(Type type, Settings settings) {
    Optional<List<String>> path = settings.path("cards");
    boolean texts =
        ElementTypes.bare(type) instanceof Type.MapOf(Type value, var ignored)
            && ElementTypes.is(value, ScalarKind.STRING);
    if (path.isPresent() && (path.get().size() != 2 || !texts)) {
      report(
          SchemaCodes.SETTING_VALUE,
          settings.find("cards").orElseThrow().span(),
          "texts in a map are of cards: say their block and the network in it");
      return Optional.empty();
    }
    return path.map(it -> new Attribute.Cards(it.getFirst(), it.getLast()));
  }

  private static List<String> texts(Settings settings, String name) {
    return settings.words(name).stream().map(Settings.Word::text).toList();
  }

  private static boolean isKnown(TypeNode node) {
    return switch (node) {
      case TypeNode.KnownOf ignored -> true;
      case TypeNode.Maybe(var ignored, TypeNode inner) -> isKnown(inner);
      case TypeNode.Parens(var ignored, TypeNode inner) -> isKnown(inner);
      case TypeNode.SecretOf(var ignored, TypeNode inner) -> isKnown(inner);
      case TypeNode ignored -> false;
    };
  }

  private void report(Code code, Span span, String text) {
    diagnostics.report(Diagnostic.at(code, span, text));
  }
}
