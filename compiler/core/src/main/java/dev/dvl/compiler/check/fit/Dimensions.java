package dev.dvl.compiler.check.fit;

import dev.dvl.compiler.syntax.Expr.BinaryOp;
import dev.dvl.compiler.type.ScalarKind;
import java.util.Optional;

/** What kind of value arithmetic on two kinds of values gives. */
public final class Dimensions {
  private Dimensions() {}

  public static Optional<ScalarKind> result(BinaryOp op, ScalarKind left, ScalarKind right) {
    return switch (op) {
      case PLUS -> sum(left, right).or(() -> texts(left, right));
      case MINUS -> sum(left, right);
      case TIMES -> product(left, right);
      case DIVIDE -> quotient(left, right);
      case COALESCE,
          OR,
          AND,
          EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_EQUAL,
          GREATER,
          GREATER_EQUAL,
          IN,
          RANGE,
          RANGE_EXCLUSIVE ->
          Optional.empty();
    };
  }

  private static Optional<ScalarKind> texts(ScalarKind left, ScalarKind right) {
    return Shapes.isText(left) && Shapes.isText(right)
        ? Optional.of(ScalarKind.STRING)
        : Optional.empty();
  }

  private static Optional<ScalarKind> sum(ScalarKind left, ScalarKind right) {
    if (Shapes.isNumber(left) && Shapes.isNumber(right)) {
      return Optional.of(number(left, right));
    }
    return Shapes.isQuantity(left) && left == right ? Optional.of(left) : Optional.empty();
  }

  private static ScalarKind number(ScalarKind left, ScalarKind right) {
    boolean fraction = left == ScalarKind.DECIMAL || right == ScalarKind.DECIMAL;
    return fraction ? ScalarKind.DECIMAL : ScalarKind.INT;
  }

  private static Optional<ScalarKind> product(ScalarKind left, ScalarKind right) {
    if (Shapes.isNumber(left) && Shapes.isNumber(right)) {
      return Optional.of(number(left, right));
    }
    if (scales(right) && Shapes.isQuantity(left)) {
      return Optional.of(part(left, right));
    }
    if (scales(left) && Shapes.isQuantity(right)) {
      return Optional.of(part(right, left));
    }
    boolean volume =
        (left == ScalarKind.RATE && right == ScalarKind.DURATION)
            || (left == ScalarKind.DURATION && right == ScalarKind.RATE);
    return volume ? Optional.of(ScalarKind.SIZE) : Optional.empty();
  }

  /** A percentage of a number is a number; of a quantity, and a multiple of it, a quantity. */
  private static ScalarKind part(ScalarKind quantity, ScalarKind by) {
    boolean ofNumber = quantity == ScalarKind.PERCENT && Shapes.isNumber(by);
    return ofNumber ? number(by, by) : quantity;
  }

  private static boolean scales(ScalarKind kind) {
    return Shapes.isNumber(kind) || kind == ScalarKind.PERCENT;
  }

  private static Optional<ScalarKind> quotient(ScalarKind left, ScalarKind right) {
    if (Shapes.isNumber(left) && Shapes.isNumber(right)) {
      return Optional.of(ScalarKind.DECIMAL);
    }
    if (!Shapes.isQuantity(left)) {
      return Optional.empty();
    }
    if (left == right) {
      return Optional.of(ScalarKind.DECIMAL);
    }
    if (Shapes.isNumber(right)) {
      return Optional.of(left);
    }
    boolean rate = left == ScalarKind.SIZE && right == ScalarKind.DURATION;
    return rate ? Optional.of(ScalarKind.RATE) : Optional.empty();
  }
}
