package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Exact numbers: whole ones of 64 bits, decimal ones of 34 digits. */
final class Numbers {
  static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final int LARGEST_EXPONENT = 6144;

  private Numbers() {}

  static Value decimal(BigDecimal number) throws EvaluationProblem {
    Value.Decimal decimal = new Value.Decimal(number.round(DIGITS));
    if (Math.abs((long) decimal.value().scale()) > LARGEST_EXPONENT) {
      throw new EvaluationProblem("the number is out of the range of decimals");
    }
    return decimal;
  }

  /** The number rounded as asked, as an int. */
  static Value whole(BigDecimal number, RoundingMode rounding) throws EvaluationProblem {
    return Value.of(exact(number, rounding));
  }

  static long exact(BigDecimal number, RoundingMode rounding) throws EvaluationProblem {
    try {
      return number.setScale(0, rounding).longValueExact();
    } catch (ArithmeticException e) {
      throw tooLarge();
    }
  }

  static EvaluationProblem tooLarge() {
    return new EvaluationProblem("the result does not fit into 64 bits");
  }

  /** Without an exponent, and with a digit after the point, as the language writes decimals. */
  static String plain(BigDecimal number) {
    String plain = number.toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }
}
