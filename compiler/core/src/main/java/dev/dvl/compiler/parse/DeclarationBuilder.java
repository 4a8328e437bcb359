package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.ComprehensionHead;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.ObjectKey;
import dev.dvl.compiler.syntax.QualifiedName;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.syntax.Where;
import dev.dvl.grammar.DvlParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds one item of each form. */
final class DeclarationBuilder {
  private static final int MOST_BRANCHES = 256;

  private final Building building;
  private final PlaceBuilder places;

  DeclarationBuilder(Building building) {
    this.building = building;
    this.places = new PlaceBuilder(building);
  }

  /** The two forms that nearly all items have are told first; the rest takes longer. */
  Item item(DvlParser.ItemContext item, Item.Lead lead) {
    Span span = building.span(item);
    if (item instanceof DvlParser.AttributeItemContext c) {
      return new Item.Attribute(span, lead, key(c.id, c.quoted, c), expr(c.value, c));
    } else if (item instanceof DvlParser.DeclarationItemContext c) {
      return declaration(c, span, lead);
    }
    return named(item, span, lead);
  }

  /** The forms that begin with a word of their own and a name, and fields. */
  private Item named(DvlParser.ItemContext item, Span span, Item.Lead lead) {
    return switch (item) {
      case DvlParser.ModuleItemContext c ->
          new Item.Module(span, lead, building.path(c.which, c), body(c.block));
      case DvlParser.ImportItemContext c -> importItem(c, span, lead);
      case DvlParser.ParamItemContext c ->
          new Item.Param(
              span,
              lead,
              name(c.id, c),
              type(c.of, c),
              expr(c.value),
              where(c.limit),
              body(c.block));
      case DvlParser.SecretItemContext c ->
          new Item.Secret(span, lead, name(c.id, c), expr(c.value));
      case DvlParser.LetItemContext c ->
          new Item.Let(span, lead, name(c.id, c), type(c.of), expr(c.value, c));
      case DvlParser.TypeItemContext c ->
          new Item.Type(span, lead, name(c.id, c), type(c.of, c), where(c.limit));
      case DvlParser.FnItemContext c -> function(c, span, lead);
      case DvlParser.ComponentItemContext c ->
          new Item.Component(span, lead, name(c.id, c), platform(c.on), body(c.block, c));
      case DvlParser.KindItemContext c ->
          new Item.Kind(span, lead, name(c.id, c), platform(c.on), body(c.block, c));
      case DvlParser.ProvidesItemContext c ->
          new Item.Provides(span, lead, name(c.id, c), expr(c.value), body(c.block));
      case DvlParser.BlockItemContext c -> block(c, span, lead);
      case DvlParser.StateItemContext c -> new Item.State(span, lead, name(c.id, c), body(c.block));
      case DvlParser.HostItemContext c ->
          new Item.Host(
              span, lead, name(c.id, c), keys(c.keys), building.path(c.from, c), body(c.block));
      case DvlParser.OutputItemContext c ->
          new Item.Output(span, lead, name(c.id, c), type(c.of), expr(c.value), body(c.block));
      case DvlParser.FieldItemContext c ->
          new Item.Field(
              span,
              lead,
              name(c.id, c),
              c.optional != null,
              type(c.of, c),
              expr(c.value),
              where(c.limit),
              body(c.block));
      default -> statement(item, span, lead);
    };
  }

  /** The forms that declare nothing: loops, conditions, checks, tests and moves. */
  private Item statement(DvlParser.ItemContext item, Span span, Item.Lead lead) {
    return switch (item) {
      case DvlParser.ForItemContext c -> loop(c, span, lead);
      case DvlParser.IfItemContext c -> condition(c, span, lead);
      case DvlParser.CheckItemContext c ->
          new Item.Check(span, lead, text(c.title, c), body(c.block, c));
      case DvlParser.AssertItemContext c ->
          new Item.Assert(span, lead, expr(c.value, c), text(c.message));
      case DvlParser.TestItemContext c ->
          new Item.Test(span, lead, text(c.title, c), body(c.block, c));
      case DvlParser.ExpectItemContext c ->
          new Item.Expect(span, lead, expr(c.value, c), text(c.message));
      case DvlParser.ExpectWordsItemContext c ->
          new Item.ExpectWords(span, lead, c.words.stream().map(it -> name(it, c)).toList());
      case DvlParser.ApplyItemContext c ->
          new Item.Apply(span, lead, Optional.ofNullable(c.how).map(it -> name(it, c)));
      case DvlParser.MovedItemContext c ->
          new Item.Moved(span, lead, places.address(c.from, c), places.address(c.to, c));
      case DvlParser.AdoptItemContext c ->
          new Item.Adopt(span, lead, places.address(c.which, c), expr(c.value, c));
      case DvlParser.ForgetItemContext c -> new Item.Forget(span, lead, places.address(c.which, c));
      default -> new Item.Broken(span); // no form fitted
    };
  }

  private Item importItem(DvlParser.ImportItemContext c, Span span, Item.Lead lead) {
    Optional<QualifiedName> path = Optional.ofNullable(c.from).map(from -> building.path(from, c));
    Optional<Name> alias = Optional.ofNullable(c.id).map(name -> name(name, c));
    return new Item.Import(span, lead, path, text(c.file), alias);
  }

  private Item function(DvlParser.FnItemContext c, Span span, Item.Lead lead) {
    List<Item.FnParam> params =
        c.parameters.stream()
            .map(
                p ->
                    new Item.FnParam(building.span(p), name(p.id, p), type(p.of, p), expr(p.value)))
            .toList();
    return new Item.Fn(span, lead, name(c.id, c), params, type(c.of), expr(c.value, c));
  }

  private Item block(DvlParser.BlockItemContext c, Span span, Item.Lead lead) {
    return new Item.BlockSchema(
        span, lead, name(c.id, c), type(c.of), c.optional != null, body(c.block, c), body(c.meta));
  }

  private Item loop(DvlParser.ForItemContext c, Span span, Item.Lead lead) {
    List<Name> names = c.ids.stream().map(name -> name(name, c)).toList();
    Expr source = expr(c.source, c);
    Optional<Expr> condition = expr(c.filter);
    Span end = condition.map(Expr::span).orElse(source.span());
    Span head = building.span(c.opening).union(end);
    return new Item.For(
        span, lead, new ComprehensionHead(head, names, source, condition), body(c.block, c));
  }

  /** {@code if … else if … else}: each condition stands in the {@code else} of the one before. */
  private Item condition(DvlParser.IfItemContext c, Span span, Item.Lead lead) {
    List<DvlParser.ExprContext> conditions = c.conditions;
    if (conditions.size() > MOST_BRANCHES) {
      building
          .report()
          .add(
              Diagnostic.at(
                  SyntaxCodes.TOO_DEEP,
                  building.start(c),
                  "this has more than " + MOST_BRANCHES + " branches"));
      return new Item.Broken(span);
    }
    List<DvlParser.BodyContext> bodies = c.blocks;
    Optional<Body> otherwise = body(c.otherwise);
    for (int i = conditions.size() - 1; i > 0; i--) {
      Span part = new Span(building.span(c.starts.get(i)).start(), span.end());
      Expr condition = expr(conditions.get(i), c);
      Body then = body(at(bodies, i), c);
      Item.If next = new Item.If(part, Item.Lead.NONE, condition, then, otherwise);
      otherwise = Optional.of(new Body(part, List.of(next)));
    }
    Expr first = expr(at(conditions, 0), c);
    return new Item.If(span, lead, first, body(at(bodies, 0), c), otherwise);
  }

  private Item declaration(DvlParser.DeclarationItemContext c, Span span, Item.Lead lead) {
    DvlParser.KindContext kind = c.of;
    boolean lone = c.id == null && c.on == null && c.block == null;
    if (lone && building.report().isSpoilt(span)) {
      return new Item.Broken(
          span); // a lone word before the mistake: nobody knows what it was to be
    }
    QualifiedName kindName = new QualifiedName(building.span(kind), kindNames(kind));
    return new Item.Declaration(
        span,
        lead,
        kindName,
        Optional.ofNullable(c.id).map(name -> name(name, c)),
        keys(c.keys),
        Optional.ofNullable(c.on).map(places::place),
        body(c.block));
  }

  private List<Name> kindNames(DvlParser.KindContext kind) {
    Span span = kind.first == null ? building.span(kind) : building.span(kind.first);
    return building.names(new Name(span, building.text(kind)), kind.rest, kind);
  }

  ObjectKey key(
      DvlParser.@Nullable KeyWordContext word,
      DvlParser.@Nullable TextContext text,
      ParserRuleContext parent) {
    return building.exprs().key(word, text, parent);
  }

  private Optional<Item.On> platform(DvlParser.@Nullable PlatformContext platform) {
    return Optional.ofNullable(platform)
        .map(on -> new Item.On(building.span(on), name(on.id, on), type(on.of, on)));
  }

  private List<Expr> keys(List<DvlParser.KeyContext> keys) {
    return Building.each(keys, key -> expr(key.value, key));
  }

  private Name name(@Nullable ParserRuleContext word, ParserRuleContext parent) {
    return building.name(word, parent);
  }

  private Optional<Body> body(DvlParser.@Nullable BodyContext body) {
    return Optional.ofNullable(body).map(present -> building.items().body(present, present));
  }

  private Body body(DvlParser.@Nullable BodyContext body, ParserRuleContext parent) {
    return building.items().body(body, parent);
  }

  private Optional<Expr> expr(DvlParser.@Nullable ExprContext expr) {
    return Optional.ofNullable(expr).map(present -> building.exprs().expr(present, present));
  }

  private Expr expr(DvlParser.@Nullable ExprContext expr, ParserRuleContext parent) {
    return building.exprs().expr(expr, parent);
  }

  private Optional<Expr> text(DvlParser.@Nullable TextContext text) {
    return Optional.ofNullable(text).map(building.strings()::text);
  }

  private Expr text(DvlParser.@Nullable TextContext text, ParserRuleContext parent) {
    return text == null
        ? new Expr.Broken(building.missingIn(parent))
        : building.strings().text(text);
  }

  private Optional<TypeNode> type(DvlParser.@Nullable TypeContext type) {
    return Optional.ofNullable(type).map(present -> building.types().type(present, present));
  }

  private TypeNode type(DvlParser.@Nullable TypeContext type, ParserRuleContext parent) {
    return building.types().type(type, parent);
  }

  private Optional<Where> where(DvlParser.@Nullable WhereContext where) {
    return building.types().where(where);
  }

  private static <T> @Nullable T at(List<T> list, int index) {
    return index < list.size() ? list.get(index) : null;
  }
}
