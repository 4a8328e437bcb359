package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code + - * /}, over numbers, quantities, lists and maps. */
final class Arithmetic {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private Arithmetic() {}

  static final Map<String, Function> FUNCTIONS =
      Map.of(
          "+", values -> plus(values.get(0), values.get(1)),
          "-",
              values ->
                  values.size() == 1
                      ? minus(zero(values.get(0)), values.get(0))
                      : minus(values.get(0), values.get(1)),
          "*", values -> times(values.get(0), values.get(1)),
          "/", values -> divided(values.get(0), values.get(1)));

  static Value plus(Value left, Value right) throws EvaluationProblem {
    return switch (left) {
      case Value.Int(long a) when right instanceof Value.Int(long b) -> whole(sum(a, b));
      case Value.Quantity(var d, long a)
          when right instanceof Value.Quantity(var e, long b) && d == e ->
          quantity(d, sum(a, b));
      case Value.Text(String a) when right instanceof Value.Text(String b) -> Value.text(a + b);
      case Value.ListOf(var a) when right instanceof Value.ListOf(var b) -> joined(a, b);
      case Value.SetOf(var a) when right instanceof Value.SetOf(var b) ->
          Value.SetOf.of(both(a, b));
      case Value.MapOf(var a) when right instanceof Value.MapOf(var b) -> {
        Map<String, Value> merged = new TreeMap<>(a);
        merged.putAll(b);
        yield Value.MapOf.of(merged);
      }
      case Value ignored -> Numbers.decimal(number(left).add(number(right), Numbers.DIGITS));
    };
  }

  private static Value minus(Value left, Value right) throws EvaluationProblem {
    return switch (left) {
      case Value.Int(long a) when right instanceof Value.Int(long b) -> whole(difference(a, b));
      case Value.Quantity(var d, long a)
          when right instanceof Value.Quantity(var e, long b) && d == e ->
          quantity(d, difference(a, b));
      case Value ignored -> Numbers.decimal(number(left).subtract(number(right), Numbers.DIGITS));
    };
  }

  private static Value times(Value left, Value right) throws EvaluationProblem {
    if (left instanceof Value.Int(long a) && right instanceof Value.Int(long b)) {
      return whole(BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b)));
    }
    if (left instanceof Value.Quantity quantity) {
      return scaled(quantity, right);
    }
    if (right instanceof Value.Quantity quantity) {
      return scaled(quantity, left);
    }
    return Numbers.decimal(number(left).multiply(number(right), Numbers.DIGITS));
  }

  /** A quantity times a number; a fraction of the base unit is dropped. */
  private static Value scaled(Value.Quantity quantity, Value by) throws EvaluationProblem {
    BigDecimal amount = BigDecimal.valueOf(quantity.amount());
    return switch (by) {
      case Value.Quantity(var d, long percent) when d == Dimension.PERCENT ->
          quantity(quantity.dimension(), part(amount, percent));
      case Value.Quantity other when quantity.dimension() == Dimension.PERCENT ->
          quantity(other.dimension(), part(BigDecimal.valueOf(other.amount()), quantity.amount()));
      case Value.Quantity other -> product(quantity, other);
      case Value.Int(long n) when quantity.dimension() == Dimension.PERCENT ->
          whole(part(BigDecimal.valueOf(n), quantity.amount()));
      case Value.Decimal(var n) when quantity.dimension() == Dimension.PERCENT ->
          Numbers.decimal(n.multiply(amount).divide(MILLION, Numbers.DIGITS));
      case Value other -> quantity(quantity.dimension(), down(amount.multiply(number(other))));
    };
  }

  private static BigDecimal part(BigDecimal amount, long percent) {
    return down(amount.multiply(BigDecimal.valueOf(percent)).movePointLeft(6));
  }

  /** A rate times a duration is a size. */
  private static Value product(Value.Quantity left, Value.Quantity right) throws EvaluationProblem {
    boolean fits =
        (left.dimension() == Dimension.RATE && right.dimension() == Dimension.DURATION)
            || (left.dimension() == Dimension.DURATION && right.dimension() == Dimension.RATE);
    if (!fits) {
      throw unfit(left, right);
    }
    BigDecimal product =
        BigDecimal.valueOf(left.amount()).multiply(BigDecimal.valueOf(right.amount()));
    return quantity(Dimension.SIZE, down(product.movePointLeft(9)));
  }

  private static Value divided(Value left, Value right) throws EvaluationProblem {
    BigDecimal divisor = amount(right);
    if (divisor.signum() == 0) {
      throw new EvaluationProblem("this divides by zero");
    }
    BigDecimal dividend = amount(left);
    if (left instanceof Value.Quantity(var d, long ignored)) {
      if (!(right instanceof Value.Quantity(var e, long alsoIgnored))) {
        return quantity(d, quotient(dividend, divisor));
      }
      if (d == Dimension.SIZE && e == Dimension.DURATION) {
        return quantity(Dimension.RATE, quotient(dividend.movePointRight(9), divisor));
      }
      if (d != e) {
        throw unfit(left, right);
      }
    } else if (right instanceof Value.Quantity) {
      throw unfit(left, right);
    }
    return Numbers.decimal(dividend.divide(divisor, Numbers.DIGITS));
  }

  private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, 0, RoundingMode.FLOOR);
  }

  private static BigDecimal amount(Value value) throws EvaluationProblem {
    return value instanceof Value.Quantity(var ignored, long amount)
        ? BigDecimal.valueOf(amount)
        : number(value);
  }

  static BigDecimal number(Value value) throws EvaluationProblem {
    return switch (value) {
      case Value.Int(long number) -> BigDecimal.valueOf(number);
      case Value.Decimal(var number) -> number;
      case Value other ->
          throw new EvaluationProblem("one cannot compute with " + ValueText.kind(other));
    };
  }

  private static Value zero(Value like) {
    return like instanceof Value.Quantity(var dimension, long ignored)
        ? new Value.Quantity(dimension, 0)
        : Value.of(0);
  }

  private static BigDecimal sum(long a, long b) {
    return BigDecimal.valueOf(a).add(BigDecimal.valueOf(b));
  }

  private static BigDecimal difference(long a, long b) {
    return BigDecimal.valueOf(a).subtract(BigDecimal.valueOf(b));
  }

  private static BigDecimal down(BigDecimal number) {
    return number.setScale(0, RoundingMode.FLOOR);
  }

  private static Value whole(BigDecimal number) throws EvaluationProblem {
    return Numbers.whole(number, RoundingMode.UNNECESSARY);
  }

  private static Value quantity(Dimension dimension, BigDecimal amount) throws EvaluationProblem {
    return new Value.Quantity(dimension, Numbers.exact(amount, RoundingMode.UNNECESSARY));
  }

  private static Value joined(List<Value> left, List<Value> right) {
    return new Value.ListOf(both(left, right));
  }

  private static List<Value> both(List<Value> left, List<Value> right) {
    List<Value> both = new ArrayList<>(left.size() + right.size());
    both.addAll(left);
    both.addAll(right);
    return both;
  }

  private static EvaluationProblem unfit(Value left, Value right) {
    return new EvaluationProblem(
        ValueText.kind(left) + " and " + ValueText.kind(right) + " do not go together");
  }
}
