package dev.dvl.compiler.lower;

import dev.dvl.compiler.syntax.Expr;
import java.util.ArrayList;
import java.util.List;

/** The parts of a condition whose values say why it does not hold. */
final class Operands {
  private final List<Expr> found = new ArrayList<>();

  private Operands() {}

  /** In the order of the text; what is written out as a value says nothing new. */
  static List<Expr> of(Expr condition) {
    Operands operands = new Operands();
    operands.condition(condition);
    return List.copyOf(operands.found);
  }

  private void condition(Expr expr) {
    switch (expr) {
      case Expr.Parens(var ignored, Expr inner) -> condition(inner);
      case Expr.Unary(var span, var op, Expr inner) when op == Expr.UnaryOp.NOT -> condition(inner);
      case Expr.Binary binary -> binary(binary);
      case Expr.Call call -> call.arguments().forEach(argument -> operand(argument.value()));
      case Expr other -> operand(other);
    }
  }

  private void binary(Expr.Binary binary) {
    if (binary.op() == Expr.BinaryOp.AND || binary.op() == Expr.BinaryOp.OR) {
      condition(binary.left());
      condition(binary.right());
    } else {
      operand(binary.left());
      operand(binary.right());
    }
  }

  private void operand(Expr expr) {
    switch (expr) {
      case Expr.Constant ignored -> {}
      case Expr.Text text when text.literal().isPresent() -> {}
      case Expr.Parens(var ignored, Expr inner) -> operand(inner);
      case Expr other -> found.add(other);
    }
  }
}
