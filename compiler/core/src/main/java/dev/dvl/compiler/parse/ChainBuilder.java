package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Expr.BinaryOp;
import dev.dvl.compiler.syntax.Expr.UnaryOp;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.QualifiedName;
import dev.dvl.compiler.value.Value;
import dev.dvl.grammar.DvlLexer;
import dev.dvl.grammar.DvlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/**
 * Builds what the grammar leaves flat: operators by precedence, prefixes, members, indices, calls.
 *
 * <p>Counts how deep the tree gets, long chains included, so that later stages may recurse over it.
 */
final class ChainBuilder {
  private static final int DEEPEST = 500;

  private final Building building;
  private final ExprBuilder exprs;
  private int depth;

  ChainBuilder(Building building, ExprBuilder exprs) {
    this.building = building;
    this.exprs = exprs;
  }

  /** Goes {@code levels} deeper into the tree, where there is room for them. */
  boolean enter(ParserRuleContext context, int levels) {
    if (depth + levels > DEEPEST) {
      building
          .report()
          .add(
              Diagnostic.at(
                  SyntaxCodes.TOO_DEEP,
                  building.start(context),
                  "this expression is more than " + DEEPEST + " steps deep"));
      return false;
    }
    depth += levels;
    return true;
  }

  void leave(int levels) {
    depth -= levels;
  }

  Expr chain(
      ParserRuleContext context,
      DvlParser.OperandContext first,
      DvlParser.@Nullable ChainContext more) {
    int levels = more == null ? 1 : 1 + more.operators.size();
    if (!enter(context, levels)) {
      return new Expr.Broken(building.span(context));
    }
    Expr expr = more == null ? operand(first) : new Climb(first, more).from(0);
    leave(levels);
    return expr;
  }

  static Expr negate(Span span, Expr value) {
    boolean least =
        value instanceof Expr.Constant(var ignored, Value.Int(long amount))
            && amount == Long.MIN_VALUE;
    return least
        ? new Expr.Constant(span, Value.of(Long.MIN_VALUE))
        : new Expr.Unary(span, UnaryOp.NEGATE, value);
  }

  private record Operator(BinaryOp op, Span span) {}

  /** Precedence climbing over the operands and operators of one chain. */
  private final class Climb {
    private final DvlParser.OperandContext first;
    private final DvlParser.ChainContext more;
    private final List<Operator> operators;
    private int next;

    Climb(DvlParser.OperandContext first, DvlParser.ChainContext more) {
      this.first = first;
      this.more = more;
      this.operators = Building.each(more.operators, ChainBuilder.this::operator);
    }

    Expr from(int loosest) {
      Expr left = operandAt(next);
      while (next < operators.size() && level(operators.get(next).op) >= loosest) {
        Operator operator = operators.get(next++);
        int level = level(operator.op);
        Expr right = from(level + 1);
        Span span = left.span().union(right.span());
        left = new Expr.Binary(span, operator.op, operator.span, left, right);
        if (next < operators.size()
            && level(operators.get(next).op) == level
            && !chains(operator, operators.get(next))) {
          left = new Expr.Broken(span);
        }
      }
      return left;
    }

    private Expr operandAt(int index) {
      if (index == 0) {
        return operand(first);
      }
      return index <= more.operands.size()
          ? operand(more.operands.get(index - 1))
          : new Expr.Broken(building.missingIn(more));
    }
  }

  /** Whether the second may follow the first; tells it where not. */
  private boolean chains(Operator first, Operator second) {
    if (level(first.op) < level(BinaryOp.EQUAL) || level(first.op) > level(BinaryOp.RANGE)) {
      return true;
    }
    building
        .report()
        .add(
            Diagnostic.at(
                    SyntaxCodes.CHAINED,
                    second.span,
                    "`" + second.op.sign() + "` cannot follow `" + first.op.sign() + "`")
                .label(first.span, "the first of the two")
                .note("Two conditions are joined by `&&`; parentheses settle any other meaning."));
    return false;
  }

  private static int level(BinaryOp op) {
    return switch (op) {
      case COALESCE -> 0;
      case OR -> 1;
      case AND -> 2;
      case EQUAL, NOT_EQUAL -> 3;
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, IN -> 4;
      case RANGE, RANGE_EXCLUSIVE -> 5;
      case PLUS, MINUS -> 6;
      case TIMES, DIVIDE -> 7;
    };
  }

  private Operator operator(DvlParser.OperatorContext operator) {
    BinaryOp op =
        switch (operator.getStart().getType()) {
          case DvlLexer.STAR -> BinaryOp.TIMES;
          case DvlLexer.SLASH -> BinaryOp.DIVIDE;
          case DvlLexer.PLUS -> BinaryOp.PLUS;
          case DvlLexer.MINUS -> BinaryOp.MINUS;
          case DvlLexer.RANGE -> BinaryOp.RANGE;
          case DvlLexer.RANGE_EXCLUSIVE -> BinaryOp.RANGE_EXCLUSIVE;
          case DvlLexer.LESS -> BinaryOp.LESS;
          case DvlLexer.LESS_EQUAL -> BinaryOp.LESS_EQUAL;
          case DvlLexer.GREATER -> greater(operator);
          case DvlLexer.IN -> BinaryOp.IN;
          case DvlLexer.EQUAL -> BinaryOp.EQUAL;
          case DvlLexer.NOT_EQUAL -> BinaryOp.NOT_EQUAL;
          case DvlLexer.AND -> BinaryOp.AND;
          case DvlLexer.OR -> BinaryOp.OR;
          default -> BinaryOp.COALESCE;
        };
    Span start = building.start(operator);
    return new Operator(op, op == BinaryOp.GREATER ? start : building.span(operator));
  }

  private BinaryOp greater(DvlParser.OperatorContext operator) {
    if (operator.equals == null) {
      return BinaryOp.GREATER;
    }
    Span equals = building.span(operator.equals);
    if (building.start(operator).end() != equals.start()) {
      building
          .report()
          .add(
              Diagnostic.at(SyntaxCodes.UNEXPECTED, equals, "expected a value, found `=`")
                  .note("`>=` is written without a space."));
    }
    return BinaryOp.GREATER_EQUAL;
  }

  private Expr operand(DvlParser.OperandContext operand) {
    int levels = operand.signs.size() + operand.postfixes.size();
    if (!enter(operand, levels)) {
      return new Expr.Broken(building.span(operand));
    }
    Expr expr = innermost(operand);
    for (DvlParser.PostfixContext postfix : operand.postfixes) {
      expr = postfix(expr, postfix);
    }
    for (int i = operand.signs.size() - 1; i >= 0; i--) {
      expr = signed((Lexeme) operand.signs.get(i), expr);
    }
    leave(levels);
    return expr;
  }

  private static Expr signed(Lexeme sign, Expr expr) {
    Span span = sign.span().union(expr.span());
    return sign.getType() == DvlLexer.MINUS
        ? negate(span, expr)
        : new Expr.Unary(span, UnaryOp.NOT, expr);
  }

  private Expr innermost(DvlParser.OperandContext operand) {
    boolean negatedNumber =
        operand.constant != null
            && operand.postfixes.isEmpty()
            && !operand.signs.isEmpty()
            && operand.signs.getLast().getType() == DvlLexer.MINUS;
    return negatedNumber ? exprs.constant((Lexeme) operand.constant, true) : exprs.primary(operand);
  }

  private Expr postfix(Expr target, DvlParser.PostfixContext postfix) {
    Span span = target.span().union(building.span(postfix));
    if (postfix instanceof DvlParser.MemberPostfixContext c) {
      return new Expr.Member(span, target, building.name(c.id, c), c.safe != null);
    } else if (postfix instanceof DvlParser.IndexPostfixContext c) {
      return new Expr.Index(span, target, exprs.expr(c.index, c), c.safe != null);
    } else if (postfix instanceof DvlParser.CallPostfixContext c) {
      return call(target, c, span);
    } else if (postfix instanceof DvlParser.SplatPostfixContext) {
      return new Expr.Splat(span, target);
    }
    return target; // no form fitted
  }

  private Expr call(Expr target, DvlParser.CallPostfixContext call, Span span) {
    Optional<QualifiedName> function = function(target);
    if (function.isEmpty()) {
      building
          .report()
          .add(
              Diagnostic.at(
                      SyntaxCodes.NOT_CALLABLE, target.span(), "this is not a function's name")
                  .note("A call is a name directly before `(`; values cannot be called."));
      return new Expr.Broken(span);
    }
    return new Expr.Call(span, function.get(), exprs.arguments(call.arguments));
  }

  private static Optional<QualifiedName> function(Expr target) {
    List<Name> names = new ArrayList<>();
    @Nullable Expr rest = target;
    while (rest instanceof Expr.Member(var ignored, Expr inner, Name name, boolean safe) && !safe) {
      names.addFirst(name);
      rest = inner;
    }
    if (!(rest instanceof Expr.NameRef(Span span, String text))) {
      return Optional.empty();
    }
    names.addFirst(new Name(span, text));
    return Optional.of(new QualifiedName(target.span(), names));
  }
}
