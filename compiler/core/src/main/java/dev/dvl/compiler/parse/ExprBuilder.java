package dev.dvl.compiler.parse;

import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.ComprehensionHead;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.ObjectKey;
import dev.dvl.compiler.value.Value;
import dev.dvl.grammar.DvlLexer;
import dev.dvl.grammar.DvlParser;
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
    if (expr == null) {
      return new Expr.Broken(building.missingIn(parent));
    }
    return expr.choice == null
        ? simple(expr, expr.cases, expr.first, expr.more)
        : conditional(expr.choice);
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
    if (object.loop == null) {
      return new Expr.ObjectLiteral(span, Building.each(object.fields, this::entry));
    }
    return object.each == null
        ? new Expr.Broken(span)
        : new Expr.ObjectFor(
            span,
            head(object.loop),
            key(object.each.id, object),
            expr(object.each.value, object.each));
  }

  List<Expr.Argument> arguments(List<DvlParser.ArgumentContext> arguments) {
    return Building.each(
        arguments,
        argument ->
            new Expr.Argument(
                building.span(argument),
                Optional.ofNullable(argument.id).map(name -> building.name(name, argument)),
                expr(argument.value, argument)));
  }

  /** What an operand is without its signs and postfixes. */
  Expr primary(DvlParser.OperandContext operand) {
    if (operand.quoted != null) {
      return building.strings().text(operand.quoted);
    } else if (operand.id != null) {
      return new Expr.NameRef(building.span(operand.id), building.text(operand.id));
    } else if (operand.constant != null) {
      return constant((Lexeme) operand.constant, false);
    } else if (operand.elements != null) {
      return list(operand.elements);
    } else if (operand.fields != null) {
      return object(operand.fields);
    } else if (operand.group != null) {
      DvlParser.ParensContext group = operand.group;
      return new Expr.Parens(building.span(group), expr(group.inner, group));
    }
    return new Expr.Broken(building.span(operand)); // no form fitted
  }

  private Expr conditional(DvlParser.ConditionalContext c) {
    if (!chains.enter(c, c.starts.size())) {
      return new Expr.Broken(building.span(c));
    }
    Expr otherwise =
        c.otherwise == null
            ? new Expr.Broken(building.missingIn(c))
            : simple(c.otherwise, c.otherwise.cases, c.otherwise.first, c.otherwise.more);
    int end = building.span(c).end();
    for (int i = c.conditions.size() - 1; i >= 0; i--) {
      Expr condition = expr(c.conditions.get(i), c);
      Expr then = expr(at(c.values, i), c);
      Span span = new Span(building.span(c.starts.get(i)).start(), end);
      otherwise = new Expr.Conditional(span, condition, then, otherwise);
    }
    chains.leave(c.starts.size());
    return otherwise;
  }

  private Expr simple(
      ParserRuleContext context,
      DvlParser.@Nullable MatchContext match,
      DvlParser.@Nullable OperandContext first,
      DvlParser.@Nullable ChainContext more) {
    if (match != null) {
      Span span = building.span(match);
      Expr subject = expr(match.subject, match);
      return new Expr.Match(span, subject, match.arms.stream().map(this::arm).toList());
    }
    return first == null
        ? new Expr.Broken(building.span(context)) // no form fitted
        : chains.chain(context, first, more);
  }

  private Expr.Arm arm(DvlParser.ArmContext arm) {
    List<Expr> patterns =
        arm.patterns.stream().map(pattern -> literal(pattern, pattern.quoted)).toList();
    return new Expr.Arm(building.span(arm), patterns, expr(arm.value, arm));
  }

  private Expr list(DvlParser.ListContext list) {
    Span span = building.span(list);
    return list.loop == null
        ? new Expr.ListLiteral(span, Building.each(list.elements, element -> expr(element, list)))
        : new Expr.ListFor(span, head(list.loop), expr(list.each, list));
  }

  private ComprehensionHead head(DvlParser.HeadContext head) {
    List<Name> names = head.ids.stream().map(name -> building.name(name, head)).toList();
    Optional<Expr> condition = Optional.ofNullable(head.filter).map(expr -> expr(expr, head));
    return new ComprehensionHead(building.span(head), names, expr(head.source, head), condition);
  }

  private Expr.Entry entry(DvlParser.ObjectFieldContext field) {
    return new Expr.Entry(building.span(field), key(field.id, field), expr(field.value, field));
  }

  private ObjectKey key(DvlParser.@Nullable ObjectKeyContext key, ParserRuleContext parent) {
    if (key == null) {
      return key(null, null, parent);
    }
    return key.computed == null
        ? key(key.id, key.quoted, key)
        : new ObjectKey.Computed(building.span(key), expr(key.computed, key));
  }

  private static <T> @Nullable T at(List<T> list, int index) {
    return index < list.size() ? list.get(index) : null;
  }
}
