package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Dates as text of RFC 3339, such as {@code 2026-03-01T12:00:00Z}. There is no function that gives
 * the present time: a program means the same whenever it is compiled.
 */
final class DateFunctions {
  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
  private static final int LONGEST_FORMAT = 100;

  private DateFunctions() {}

  static final Map<String, Function> FUNCTIONS =
      Map.of(
          "date_add", function(DateFunctions::add),
          "date_diff", function(DateFunctions::difference),
          "date_format", function(DateFunctions::format));

  private static Value add(Arguments it) throws EvaluationProblem {
    OffsetDateTime date = date(it.text(0));
    try {
      OffsetDateTime moved = date.plusNanos(nanos(it.at(1)));
      String text = moved.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      date(text);
      return Value.text(text);
    } catch (DateTimeException e) {
      throw new EvaluationProblem("there is no such date");
    }
  }

  private static long nanos(Value value) throws EvaluationProblem {
    if (value instanceof Value.Quantity(Dimension dimension, long amount)
        && dimension == Dimension.DURATION) {
      return amount;
    }
    throw new EvaluationProblem("this is " + ValueText.kind(value) + ", not a duration");
  }

  private static Value difference(Arguments it) throws EvaluationProblem {
    try {
      long nanos = Duration.between(date(it.text(0)), date(it.text(1))).toNanos();
      return new Value.Quantity(Dimension.DURATION, nanos);
    } catch (ArithmeticException e) {
      throw Numbers.tooLarge();
    }
  }

  private static Value format(Arguments it) throws EvaluationProblem {
    OffsetDateTime date = date(it.text(0));
    String format = it.text(1);
    if (format.length() > LONGEST_FORMAT) {
      throw new EvaluationProblem("a format is at most " + LONGEST_FORMAT + " characters long");
    }
    try {
      return Value.text(date.format(DateTimeFormatter.ofPattern(format, Locale.ENGLISH)));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new EvaluationProblem(
          ValueText.of(Value.text(format)) + " is no format such as `yyyy-MM-dd HH:mm`");
    }
  }

  private static OffsetDateTime date(String text) throws EvaluationProblem {
    if (FORM.matcher(text).matches()) {
      try {
        return OffsetDateTime.parse(text);
      } catch (DateTimeException e) {
        throw noDate(text);
      }
    }
    throw noDate(text);
  }

  private static EvaluationProblem noDate(String text) {
    return new EvaluationProblem(
        ValueText.of(Value.text(text)) + " is not a date such as `2026-03-01T12:00:00Z`");
  }
}
