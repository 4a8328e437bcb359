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
import java.util.ArrayList;
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

  Item item(DvlParser.ItemContext item, Item.Lead lead) {
    Span span = building.span(item);
    return switch (item) {
      case DvlParser.ModuleItemContext c ->
          new Item.Module(span, lead, building.path(c.path(), c), body(c.body()));
      case DvlParser.ImportItemContext c -> importItem(c, span, lead);
      case DvlParser.ParamItemContext c ->
          new Item.Param(
              span,
              lead,
              name(c.name(), c),
              type(c.type(), c),
              expr(c.expr()),
              where(c.where()),
              body(c.body()));
      case DvlParser.SecretItemContext c ->
          new Item.Secret(span, lead, name(c.name(), c), expr(c.expr()));
      case DvlParser.LetItemContext c ->
          new Item.Let(span, lead, name(c.name(), c), type(c.type()), expr(c.expr(), c));
      case DvlParser.TypeItemContext c ->
          new Item.Type(span, lead, name(c.name(), c), type(c.type(), c), where(c.where()));
      case DvlParser.FnItemContext c -> function(c, span, lead);
      case DvlParser.ComponentItemContext c ->
          new Item.Component(
              span, lead, name(c.name(), c), platform(c.platform()), body(c.body(), c));
      case DvlParser.KindItemContext c ->
          new Item.Kind(span, lead, name(c.name(), c), platform(c.platform()), body(c.body(), c));
      case DvlParser.ProvidesItemContext c ->
          new Item.Provides(span, lead, name(c.name(), c), expr(c.expr()));
      case DvlParser.BlockItemContext c -> block(c, span, lead);
      case DvlParser.StateItemContext c ->
          new Item.State(span, lead, name(c.name(), c), body(c.body()));
      case DvlParser.HostItemContext c ->
          new Item.Host(
              span,
              lead,
              name(c.name(), c),
              keys(c.key()),
              building.path(c.path(), c),
              body(c.body()));
      case DvlParser.OutputItemContext c ->
          new Item.Output(
              span, lead, name(c.name(), c), type(c.type()), expr(c.expr()), body(c.body()));
      case DvlParser.AttributeItemContext c ->
          new Item.Attribute(span, lead, key(c.keyWord(), c.text(), c), expr(c.expr(), c));
      case DvlParser.FieldItemContext c ->
          new Item.Field(
              span,
              lead,
              name(c.name(), c),
              c.QUESTION() != null,
              type(c.type(), c),
              expr(c.expr()),
              where(c.where()),
              body(c.body()));
      case DvlParser.DeclarationItemContext c -> declaration(c, span, lead);
      default -> statement(item, span, lead);
    };
  }

  /** The forms that declare nothing: loops, conditions, checks, tests and moves. */
  private Item statement(DvlParser.ItemContext item, Span span, Item.Lead lead) {
    return switch (item) {
      case DvlParser.ForItemContext c -> loop(c, span, lead);
      case DvlParser.IfItemContext c -> condition(c, span, lead);
      case DvlParser.CheckItemContext c ->
          new Item.Check(span, lead, text(c.text(), c), body(c.body(), c));
      case DvlParser.AssertItemContext c ->
          new Item.Assert(span, lead, expr(c.expr(), c), text(c.text()));
      case DvlParser.TestItemContext c ->
          new Item.Test(
              span,
              lead,
              text(c.text(), c),
              Optional.ofNullable(c.object()).map(building.exprs()::object),
              body(c.body(), c));
      case DvlParser.ExpectItemContext c -> new Item.Expect(span, lead, expr(c.expr(), c));
      case DvlParser.ExpectErrorItemContext c ->
          new Item.ExpectError(span, lead, name(c.name(), c), text(c.text()));
      case DvlParser.ApplyItemContext c -> new Item.Apply(span, lead);
      case DvlParser.MovedItemContext c ->
          new Item.Moved(
              span,
              lead,
              places.address(at(c.address(), 0), c),
              places.address(at(c.address(), 1), c));
      case DvlParser.AdoptItemContext c ->
          new Item.Adopt(span, lead, places.address(c.address(), c), expr(c.expr(), c));
      case DvlParser.ForgetItemContext c ->
          new Item.Forget(span, lead, places.address(c.address(), c));
      default -> new Item.Broken(span); // no form fitted
    };
  }

  private Item importItem(DvlParser.ImportItemContext c, Span span, Item.Lead lead) {
    Optional<QualifiedName> path =
        Optional.ofNullable(c.path()).map(from -> building.path(from, c));
    Optional<Name> alias = Optional.ofNullable(c.name()).map(name -> name(name, c));
    return new Item.Import(span, lead, path, text(c.text()), alias);
  }

  private Item function(DvlParser.FnItemContext c, Span span, Item.Lead lead) {
    List<Item.FnParam> params =
        c.parameter().stream()
            .map(
                p ->
                    new Item.FnParam(
                        building.span(p), name(p.name(), p), type(p.type(), p), expr(p.expr())))
            .toList();
    return new Item.Fn(span, lead, name(c.name(), c), params, type(c.type()), expr(c.expr(), c));
  }

  private Item block(DvlParser.BlockItemContext c, Span span, Item.Lead lead) {
    return new Item.BlockSchema(
        span,
        lead,
        name(c.name(), c),
        type(c.type()),
        c.QUESTION() != null,
        body(at(c.body(), 0), c),
        body(at(c.body(), 1)));
  }

  private Item loop(DvlParser.ForItemContext c, Span span, Item.Lead lead) {
    List<Name> names = c.name().stream().map(name -> name(name, c)).toList();
    Expr source = expr(at(c.expr(), 0), c);
    Optional<Expr> condition = expr(at(c.expr(), 1));
    Span end = condition.map(Expr::span).orElse(source.span());
    Span head = building.span(c.FOR()).union(end);
    return new Item.For(
        span, lead, new ComprehensionHead(head, names, source, condition), body(c.body(), c));
  }

  /** {@code if … else if … else}: each condition stands in the {@code else} of the one before. */
  private Item condition(DvlParser.IfItemContext c, Span span, Item.Lead lead) {
    List<DvlParser.ExprContext> conditions = c.expr();
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
    List<DvlParser.BodyContext> bodies = c.body();
    Optional<Body> otherwise = body(at(bodies, conditions.size()));
    for (int i = conditions.size() - 1; i > 0; i--) {
      Span part = new Span(building.span(c.IF(i)).start(), span.end());
      Expr condition = expr(conditions.get(i), c);
      Body then = body(at(bodies, i), c);
      Item.If next = new Item.If(part, Item.Lead.NONE, condition, then, otherwise);
      otherwise = Optional.of(new Body(part, List.of(next)));
    }
    Expr first = expr(at(conditions, 0), c);
    return new Item.If(span, lead, first, body(at(bodies, 0), c), otherwise);
  }

  private Item declaration(DvlParser.DeclarationItemContext c, Span span, Item.Lead lead) {
    DvlParser.KindContext kind = c.kind();
    boolean lone = c.getChildCount() == 1;
    if (lone && building.report().isSpoilt(span)) {
      return new Item.Broken(
          span); // a lone word before the mistake: nobody knows what it was to be
    }
    QualifiedName kindName = new QualifiedName(building.span(kind), kindNames(kind));
    return new Item.Declaration(
        span,
        lead,
        kindName,
        Optional.ofNullable(c.name()).map(name -> name(name, c)),
        keys(c.key()),
        Optional.ofNullable(c.place()).map(places::place),
        body(c.body()));
  }

  private List<Name> kindNames(DvlParser.KindContext kind) {
    List<Name> names = new ArrayList<>();
    names.add(
        new Name(
            kind.IDENT() == null ? building.span(kind) : building.span(kind.IDENT()),
            building.text(kind)));
    kind.word().forEach(word -> names.add(name(word, kind)));
    return names;
  }

  ObjectKey key(
      DvlParser.@Nullable KeyWordContext word,
      DvlParser.@Nullable TextContext text,
      ParserRuleContext parent) {
    return building.exprs().key(word, text, parent);
  }

  private Optional<Item.On> platform(DvlParser.@Nullable PlatformContext platform) {
    return Optional.ofNullable(platform)
        .map(on -> new Item.On(building.span(on), name(on.name(), on), type(on.type(), on)));
  }

  private List<Expr> keys(List<DvlParser.KeyContext> keys) {
    return keys.stream().map(key -> expr(key.expr(), key)).toList();
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
