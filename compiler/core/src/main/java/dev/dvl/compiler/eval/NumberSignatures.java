package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.SignatureParts.DECIMAL;
import static dev.dvl.compiler.eval.SignatureParts.INT;
import static dev.dvl.compiler.eval.SignatureParts.N;
import static dev.dvl.compiler.eval.SignatureParts.NUMBER;
import static dev.dvl.compiler.eval.SignatureParts.QUANTITY;
import static dev.dvl.compiler.eval.SignatureParts.STRING;
import static dev.dvl.compiler.eval.SignatureParts.anyOf;
import static dev.dvl.compiler.eval.SignatureParts.function;
import static dev.dvl.compiler.eval.SignatureParts.many;
import static dev.dvl.compiler.eval.SignatureParts.of;
import static dev.dvl.compiler.eval.SignatureParts.variadic;

import java.util.List;

/** How functions over numbers and quantities are called. */
final class NumberSignatures {
  /** A number or a quantity, or some of one type in a list. */
  private static final Shape ONE_OR_MANY = anyOf(N, many(N));

  private NumberSignatures() {}

  static final List<Signature> ALL =
      List.of(
          function("div", INT, of("dividend", INT), of("divisor", INT)),
          function("mod", INT, of("dividend", INT), of("divisor", INT)),
          function("pow", INT, of("base", INT), of("exponent", INT)),
          function("abs", N, of("number", N)),
          function("sign", INT, of("number", N)),
          function("round", INT, of("number", NUMBER)),
          function("floor", INT, of("number", NUMBER)),
          function("ceil", INT, of("number", NUMBER)),
          function("round_to", DECIMAL, of("number", NUMBER), of("digits", INT)),
          variadic("min", N, of("value", ONE_OR_MANY)),
          variadic("max", N, of("value", ONE_OR_MANY)),
          function("clamp", N, of("value", N), of("least", N), of("most", N)),
          function("sum", N, of("values", many(N))),
          function("in_unit", DECIMAL, of("quantity", QUANTITY), of("unit", STRING)),
          function("parse_int", INT, of("text", STRING), of("base", INT)),
          function("to_base", STRING, of("number", INT), of("base", INT)),
          function("format_number", STRING, of("number", NUMBER), of("digits", INT)));
}
