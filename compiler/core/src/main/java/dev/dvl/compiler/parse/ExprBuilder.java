package dev.dvl.compiler.parse;

import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.ComprehensionHead;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.ObjectKey;
import dev.dvl.compiler.value.Value;
import dev.dvl.grammar.DvlLexer;
import dev.dvl.grammar.DvlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds expressions: conditions, values in brackets, literals; {@link ChainBuilder} the rest. */
final class ExprBuilder {
  private final Building building;
  private final ChainBuilder chains;

  ExprBuilder(Building building) {
    this.building = building;
    this.chains = new ChainBuilder(building, this);
  }

  Expr expr(DvlParser.@Nullable ExprContext expr, ParserRuleContext parent) {
    return switch (expr) {
      case null -> new Expr.Broken(building.missingIn(parent));
      case DvlParser.ConditionalContext c -> chains.deeper(c, c.IF().size(), () -> conditional(c));
      case DvlParser.SimpleExprContext c -> simple(c.simple(), c);
      default -> new Expr.Broken(building.span(expr)); // no form fitted
    };
  }

  /** A literal with its sign, as it stands in types and patterns. */
  Expr literal(ParserRuleContext literal, DvlParser.@Nullable TextContext text) {
    if (text != null) {
      return building.strings().text(text);
    }
    boolean negative = literal.getStart().getType() == DvlLexer.MINUS;
    Expr value =
        literal.getStop() == null
            ? new Expr.Broken(building.span(literal))
            : constant((Lexeme) literal.getStop(), negative);
    return negative ? ChainBuilder.negate(building.span(literal), value) : value;
  }

  Expr constant(Lexeme token, boolean negated) {
    return switch (token.getType()) {
      case DvlLexer.TRUE -> new Expr.Constant(token.span(), Value.of(true));
      case DvlLexer.FALSE -> new Expr.Constant(token.span(), Value.of(false));
      case DvlLexer.NULL -> new Expr.Constant(token.span(), Value.Null.NULL);
      case DvlLexer.NUMBER ->
          Numbers.read(token.getText(), token.span(), negated, building.report())
              .<Expr>map(value -> new Expr.Constant(token.span(), value))
              .orElseGet(() -> new Expr.Broken(token.span()));
      default -> new Expr.Broken(token.span());
    };
  }

  ObjectKey key(
      DvlParser.@Nullable KeyWordContext word,
      DvlParser.@Nullable TextContext text,
      ParserRuleContext parent) {
    if (text != null) {
      return new ObjectKey.Quoted(building.span(text), building.strings().text(text));
    }
    Name name = building.name(word, parent);
    return new ObjectKey.Word(name.span(), name.text());
  }

  Expr object(DvlParser.ObjectContext object) {
    Span span = building.span(object);
    return switch (object) {
      case DvlParser.ObjectForContext c ->
          c.objectField() == null
              ? new Expr.Broken(span)
              : new Expr.ObjectFor(
                  span,
                  head(c.head()),
                  key(c.objectField().objectKey(), c),
                  expr(c.objectField().expr(), c.objectField()));
      case DvlParser.ObjectFieldsContext c ->
          new Expr.ObjectLiteral(span, c.objectField().stream().map(this::entry).toList());
      default -> new Expr.Broken(span); // no form fitted
    };
  }

  List<Expr.Argument> arguments(List<DvlParser.ArgumentContext> arguments) {
    return arguments.stream()
        .map(
            argument ->
                new Expr.Argument(
                    building.span(argument),
                    Optional.ofNullable(argument.name()).map(name -> building.name(name, argument)),
                    expr(argument.expr(), argument)))
        .toList();
  }

  Expr primary(DvlParser.@Nullable PrimaryContext primary, ParserRuleContext parent) {
    return switch (primary) {
      case null -> new Expr.Broken(building.missingIn(parent));
      case DvlParser.NamePrimaryContext c -> new Expr.NameRef(building.span(c), building.text(c));
      case DvlParser.ConstantPrimaryContext c -> constant((Lexeme) c.getStart(), false);
      case DvlParser.TextPrimaryContext c -> building.strings().text(c.text());
      case DvlParser.ListPrimaryContext c -> list(c);
      case DvlParser.ObjectPrimaryContext c -> object(c.object());
      case DvlParser.ParenPrimaryContext c -> new Expr.Parens(building.span(c), expr(c.expr(), c));
      default -> new Expr.Broken(building.span(primary)); // no form fitted
    };
  }

  private Expr conditional(DvlParser.ConditionalContext c) {
    int conditions = (c.expr().size() + 1) / 2;
    Expr otherwise = simple(c.simple(), c);
    int end = building.span(c).end();
    for (int i = conditions - 1; i >= 0; i--) {
      Expr condition = expr(at(c.expr(), 2 * i), c);
      Expr then = expr(at(c.expr(), 2 * i + 1), c);
      Span span = new Span(building.span(c.IF(i)).start(), end);
      otherwise = new Expr.Conditional(span, condition, then, otherwise);
    }
    return otherwise;
  }

  private Expr simple(DvlParser.@Nullable SimpleContext simple, ParserRuleContext parent) {
    return switch (simple) {
      case null -> new Expr.Broken(building.missingIn(parent));
      case DvlParser.MatchExprContext c ->
          new Expr.Match(
              building.span(c), expr(c.expr(), c), c.arm().stream().map(this::arm).toList());
      case DvlParser.ChainExprContext c ->
          chains.deeper(c, 1 + c.operator().size(), () -> chains.chain(c));
      default -> new Expr.Broken(building.span(simple)); // no form fitted
    };
  }

  private Expr.Arm arm(DvlParser.ArmContext arm) {
    List<Expr> patterns =
        arm.pattern().stream().map(pattern -> literal(pattern, pattern.text())).toList();
    return new Expr.Arm(building.span(arm), patterns, expr(arm.expr(), arm));
  }

  private Expr list(DvlParser.ListPrimaryContext list) {
    Span span = building.span(list);
    return list.head() == null
        ? new Expr.ListLiteral(
            span, list.expr().stream().map(element -> expr(element, list)).toList())
        : new Expr.ListFor(span, head(list.head()), expr(at(list.expr(), 0), list));
  }

  private ComprehensionHead head(DvlParser.HeadContext head) {
    List<Name> names = new ArrayList<>();
    head.name().forEach(name -> names.add(building.name(name, head)));
    Optional<Expr> condition =
        Optional.ofNullable(at(head.expr(), 1)).map(expr -> expr(expr, head));
    return new ComprehensionHead(
        building.span(head), names, expr(at(head.expr(), 0), head), condition);
  }

  private Expr.Entry entry(DvlParser.ObjectFieldContext field) {
    return new Expr.Entry(
        building.span(field), key(field.objectKey(), field), expr(field.expr(), field));
  }

  private ObjectKey key(DvlParser.@Nullable ObjectKeyContext key, ParserRuleContext parent) {
    if (key != null && key.expr() != null) {
      return new ObjectKey.Computed(building.span(key), expr(key.expr(), key));
    }
    return key == null ? key(null, null, parent) : key(key.keyWord(), key.text(), key);
  }

  private static <T> @Nullable T at(List<T> list, int index) {
    return index < list.size() ? list.get(index) : null;
  }
}
