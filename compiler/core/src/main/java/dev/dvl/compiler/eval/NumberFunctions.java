package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions over numbers and quantities. */
final class NumberFunctions {
  private NumberFunctions() {}

  static final Map<String, Function> FUNCTIONS =
      Map.ofEntries(
          Map.entry("div", function(it -> Value.of(div(it.whole(0), it.whole(1))))),
          Map.entry("mod", function(it -> Value.of(mod(it.whole(0), it.whole(1))))),
          Map.entry("abs", function(NumberFunctions::abs)),
          Map.entry("floor", function(it -> rounded(it, RoundingMode.FLOOR))),
          Map.entry("ceil", function(it -> rounded(it, RoundingMode.CEILING))),
          Map.entry("round", function(it -> rounded(it, RoundingMode.HALF_EVEN))),
          Map.entry("min", values -> extreme(values, -1)),
          Map.entry("max", values -> extreme(values, 1)),
          Map.entry("sum", function(NumberFunctions::sum)),
          Map.entry("in_unit", function(NumberFunctions::inUnit)),
          Map.entry("pow", function(it -> pow(it.whole(0), it.whole(1)))),
          Map.entry("sign", function(NumberFunctions::sign)),
          Map.entry("clamp", function(NumberFunctions::clamp)),
          Map.entry("round_to", function(it -> new Value.Decimal(roundedTo(it)))),
          Map.entry("format_number", function(it -> Value.text(roundedTo(it).toPlainString()))),
          Map.entry("parse_int", function(it -> parsed(it.text(0), it.whole(1)))),
          Map.entry("to_base", function(it -> inBase(it.whole(0), it.whole(1)))));

  /** The quotient rounded down, so that {@code div(a, b) * b + mod(a, b) == a}. */
  private static long div(long a, long b) throws EvaluationProblem {
    checkDivisor(b);
    if (a == Long.MIN_VALUE && b == -1) {
      throw Numbers.tooLarge();
    }
    return Math.floorDiv(a, b);
  }

  private static long mod(long a, long b) throws EvaluationProblem {
    checkDivisor(b);
    return Math.floorMod(a, b);
  }

  private static void checkDivisor(long divisor) throws EvaluationProblem {
    if (divisor == 0) {
      throw new EvaluationProblem("this divides by zero");
    }
  }

  private static Value abs(Arguments it) throws EvaluationProblem {
    return switch (it.at(0)) {
      case Value.Decimal(var number) -> new Value.Decimal(number.abs());
      case Value.Quantity(var dimension, long amount) ->
          new Value.Quantity(dimension, positive(amount));
      case Value ignored -> Value.of(positive(it.whole(0)));
    };
  }

  private static long positive(long number) throws EvaluationProblem {
    if (number == Long.MIN_VALUE) {
      throw Numbers.tooLarge();
    }
    return Math.abs(number);
  }

  private static Value rounded(Arguments it, RoundingMode mode) throws EvaluationProblem {
    return Numbers.whole(Arithmetic.number(it.at(0)), mode);
  }

  /** The least or greatest of the arguments and of the elements of those that are lists. */
  private static Value extreme(List<Value> values, int sign) throws EvaluationProblem {
    List<Value> candidates = new ArrayList<>();
    for (Value value : values) {
      candidates.addAll(isMany(value) ? new Arguments(List.of(value)).elements(0) : List.of(value));
    }
    if (candidates.isEmpty()) {
      throw new EvaluationProblem("the list is empty");
    }
    Value best = candidates.getFirst();
    for (Value candidate : candidates) {
      if (Comparison.compare(candidate, best) * sign > 0) {
        best = candidate;
      }
    }
    return best;
  }

  private static boolean isMany(Value value) {
    return value instanceof Value.ListOf || value instanceof Value.SetOf;
  }

  private static Value pow(long base, long exponent) throws EvaluationProblem {
    if (exponent < 0) {
      throw new EvaluationProblem("an exponent is not negative");
    }
    boolean few = base >= -1 && base <= 1;
    if (!few && exponent > Long.SIZE) {
      throw Numbers.tooLarge();
    }
    int times = (int) (few ? exponent % 2 + (exponent > 0 ? 2 : 0) : exponent);
    BigInteger power = BigInteger.valueOf(base).pow(times);
    return Numbers.whole(new BigDecimal(power), RoundingMode.UNNECESSARY);
  }

  private static Value sign(Arguments it) throws EvaluationProblem {
    return Value.of(
        switch (it.at(0)) {
          case Value.Decimal(var number) -> number.signum();
          case Value.Quantity(var ignored, long amount) -> Long.signum(amount);
          case Value ignored -> Long.signum(it.whole(0));
        });
  }

  private static Value clamp(Arguments it) throws EvaluationProblem {
    if (Comparison.compare(it.at(1), it.at(2)) > 0) {
      throw new EvaluationProblem(
          ValueText.of(it.at(1)) + " is no lower bound of " + ValueText.of(it.at(2)));
    }
    return extreme(List.of(extreme(List.of(it.at(0), it.at(1)), 1), it.at(2)), -1);
  }

  private static BigDecimal roundedTo(Arguments it) throws EvaluationProblem {
    long digits = it.whole(1);
    if (digits < 0 || digits > Numbers.DIGITS.getPrecision()) {
      throw new EvaluationProblem("a number has 0 to 34 digits behind its point");
    }
    return Arithmetic.number(it.at(0)).setScale((int) digits, RoundingMode.HALF_EVEN);
  }

  private static Value parsed(String text, long base) throws EvaluationProblem {
    int radix = radix(base);
    try {
      return Value.of(Long.parseLong(text, radix));
    } catch (NumberFormatException e) {
      throw new EvaluationProblem(
          ValueText.of(Value.text(text)) + " is no whole number of 64 bits in base " + radix);
    }
  }

  private static Value inBase(long number, long base) throws EvaluationProblem {
    return Value.text(Long.toString(number, radix(base)));
  }

  private static int radix(long base) throws EvaluationProblem {
    if (base < Character.MIN_RADIX || base > Character.MAX_RADIX) {
      throw new EvaluationProblem("a base is 2 to 36");
    }
    return (int) base;
  }

  private static Value sum(Arguments it) throws EvaluationProblem {
    List<Value> elements = it.elements(0);
    Value sum = elements.isEmpty() ? Value.of(0) : elements.getFirst();
    for (Value element : elements.stream().skip(1).toList()) {
      sum = Arithmetic.plus(sum, element);
    }
    return sum;
  }

  /** How many of a unit a quantity holds, as a decimal. */
  private static Value inUnit(Arguments it) throws EvaluationProblem {
    if (!(it.at(0) instanceof Value.Quantity(var dimension, long amount))) {
      throw new EvaluationProblem("this is " + ValueText.kind(it.at(0)) + ", not a quantity");
    }
    String name = it.text(1);
    long unit = unit(dimension, name);
    return Numbers.decimal(
        BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(unit), Numbers.DIGITS));
  }

  private static long unit(Dimension dimension, String name) throws EvaluationProblem {
    boolean rate = dimension == Dimension.RATE;
    Dimension measured = rate ? Dimension.SIZE : dimension;
    String bare = rate && name.endsWith("/s") ? name.substring(0, name.length() - 2) : name;
    return QuantityText.unit(measured, bare)
        .orElseThrow(
            () ->
                new EvaluationProblem(
                    "there is no unit `"
                        + name
                        + "` here; there are "
                        + QuantityText.units(measured)));
  }
}
