package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads number tokens: all that starts with a digit, so that what is no number can be explained.
 */
final class Numbers {
  private static final Pattern PLAIN = Pattern.compile("[0-9]+(?:_[0-9]+)*(?:\\.[0-9]+)?");
  private static final Pattern PART =
      Pattern.compile("([0-9]+(?:_[0-9]+)*(?:\\.[0-9]+)?)([A-Za-z%]+)");
  private static final int MOST_DIGITS = 34;

  /** Nearly all numbers have no more; those are read without patterns. */
  private static final int FEW_DIGITS = 9;

  private static final int LONGEST = 60;
  private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(63);

  private final String text;
  private final Span span;
  private final ParseReport report;

  private Numbers(String text, Span span, ParseReport report) {
    this.text = text;
    this.span = span;
    this.report = report;
  }

  /**
   * The value; empty where {@code text} is no number, which is then reported.
   *
   * @param negated whether a minus stands before it: {@code -9223372036854775808} is an int, and is
   *     given as {@link Long#MIN_VALUE} with the sign already in it
   */
  static Optional<Value> read(String text, Span span, boolean negated, ParseReport report) {
    return new Numbers(text, span, report).read(negated);
  }

  private Optional<Value> read(boolean negated) {
    int digits = leadingDigits();
    if (digits > 0 && digits <= FEW_DIGITS && text.charAt(0) != '0') {
      long number = Long.parseLong(text, 0, digits, 10);
      if (digits == text.length()) {
        return Optional.of(Value.of(number));
      }
      Optional<Unit> unit = Unit.of(text.substring(digits));
      if (unit.isPresent()) {
        return amount(BigDecimal.valueOf(number), unit.get());
      }
    }
    return any(negated);
  }

  private int leadingDigits() {
    int at = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private Optional<Value> any(boolean negated) {
    if (text.length() > LONGEST) {
      return fail(at("no number has more than " + LONGEST + " characters"));
    }
    if (PLAIN.matcher(text).matches()) {
      return plain(negated);
    }
    if (text.endsWith("%") && PLAIN.matcher(text.substring(0, text.length() - 1)).matches()) {
      return amount(decimal(text.substring(0, text.length() - 1)), Unit.PERCENT);
    }
    Matcher part = PART.matcher(text);
    return part.matches() || duration().isPresent()
        ? quantity()
        : NumberMistakes.explain(text, span, report);
  }

  private Optional<Value> plain(boolean negated) {
    boolean whole = text.indexOf('.') < 0;
    if (text.length() > 1 && text.charAt(0) == '0' && text.charAt(1) != '.') {
      return NumberMistakes.explain(text, span, report);
    }
    BigDecimal number = decimal(text);
    if (!whole) {
      return number.stripTrailingZeros().precision() > MOST_DIGITS
          ? fail(Diagnostic.at(SyntaxCodes.RANGE, span, "a decimal has at most 34 digits"))
          : Optional.of(new Value.Decimal(number));
    }
    BigInteger integer = number.toBigIntegerExact();
    if (negated && integer.equals(BEYOND)) {
      return Optional.of(Value.of(Long.MIN_VALUE));
    }
    return integer.compareTo(BEYOND) < 0
        ? Optional.of(Value.of(integer.longValueExact()))
        : fail(Diagnostic.at(SyntaxCodes.RANGE, span, "an int is at most " + Long.MAX_VALUE));
  }

  private Optional<Value> quantity() {
    Matcher part = PART.matcher(text);
    if (part.matches()) {
      Optional<Unit> unit = Unit.of(part.group(2));
      return unit.isPresent()
          ? amount(decimal(part.group(1)), unit.get())
          : NumberMistakes.unknownUnit(part.group(1), part.group(2), span, report);
    }
    return duration().flatMap(nanos -> amount(nanos, Unit.of("ns").orElseThrow()));
  }

  /** The nanoseconds of a duration of several parts, largest unit first: {@code 1h30min}. */
  private Optional<BigDecimal> duration() {
    BigDecimal sum = BigDecimal.ZERO;
    @Nullable BigDecimal last = null;
    Matcher part = PART.matcher(text);
    int at = 0;
    while (part.find() && part.start() == at) {
      Optional<Unit> unit = Unit.of(part.group(2)).filter(u -> u.dimension() == Dimension.DURATION);
      if (unit.isEmpty() || (last != null && unit.get().factor().compareTo(last) >= 0)) {
        return Optional.empty();
      }
      last = unit.get().factor();
      sum = sum.add(decimal(part.group(1)).multiply(last));
      at = part.end();
    }
    return at == text.length() ? Optional.of(sum) : Optional.empty();
  }

  private Optional<Value> amount(BigDecimal number, Unit unit) {
    BigDecimal amount = number.multiply(unit.factor()).stripTrailingZeros();
    if (amount.scale() > 0) {
      return fail(
          Diagnostic.at(SyntaxCodes.NOT_WHOLE, span, "this is not a whole number of " + unit.base())
              .note("Quantities are exact; nothing is rounded."));
    }
    BigInteger whole = amount.toBigIntegerExact();
    return whole.compareTo(BEYOND) < 0
        ? Optional.of(new Value.Quantity(unit.dimension(), whole.longValueExact()))
        : fail(
            Diagnostic.at(
                SyntaxCodes.RANGE, span, "at most " + Long.MAX_VALUE + " " + unit.base()));
  }

  private Diagnostic at(String label) {
    return Diagnostic.at(SyntaxCodes.NUMBER, span, label);
  }

  private Optional<Value> fail(Diagnostic diagnostic) {
    report.add(diagnostic);
    return Optional.empty();
  }

  private static BigDecimal decimal(String digits) {
    return new BigDecimal(digits.replace("_", ""));
  }
}
