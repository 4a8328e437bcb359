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
import static dev.dvl.compiler.eval.SignatureParts.needed;
import static dev.dvl.compiler.eval.SignatureParts.variadic;

import java.util.List;

/** How functions over numbers and quantities are called. */
final class NumberSignatures {
  /** A number or a quantity, or some of one type in a list. */
  private static final Shape ONE_OR_MANY = anyOf(N, many(N));

  private NumberSignatures() {}

  static final List<Signature> ALL =
      List.of(
          function("div", INT, needed("dividend", INT), needed("divisor", INT)),
          function("mod", INT, needed("dividend", INT), needed("divisor", INT)),
          function("pow", INT, needed("base", INT), needed("exponent", INT)),
          function("abs", N, needed("number", N)),
          function("sign", INT, needed("number", N)),
          function("round", INT, needed("number", NUMBER)),
          function("floor", INT, needed("number", NUMBER)),
          function("ceil", INT, needed("number", NUMBER)),
          function("round_to", DECIMAL, needed("number", NUMBER), needed("digits", INT)),
          variadic("min", N, needed("value", ONE_OR_MANY)),
          variadic("max", N, needed("value", ONE_OR_MANY)),
          function("clamp", N, needed("value", N), needed("least", N), needed("most", N)),
          function("sum", N, needed("values", many(N))),
          function("in_unit", DECIMAL, needed("quantity", QUANTITY), needed("unit", STRING)),
          function("parse_int", INT, needed("text", STRING), needed("base", INT)),
          function("to_base", STRING, needed("number", INT), needed("base", INT)),
          function("format_number", STRING, needed("number", NUMBER), needed("digits", INT)));
}
