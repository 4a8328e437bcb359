package dev.dvl.compiler.eval;

import dev.dvl.compiler.type.ScalarKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What signatures are put together from. */
final class SignatureParts {
  static final Shape STRING = scalar(ScalarKind.STRING);
  static final Shape INT = scalar(ScalarKind.INT);
  static final Shape DECIMAL = scalar(ScalarKind.DECIMAL);
  static final Shape BOOL = scalar(ScalarKind.BOOL);
  static final Shape DURATION = scalar(ScalarKind.DURATION);
  static final Shape IP = scalar(ScalarKind.IP);
  static final Shape CIDR = scalar(ScalarKind.CIDR);
  static final Shape PATH = scalar(ScalarKind.PATH);
  static final Shape T = new Shape.Variable("T", false);
  static final Shape U = new Shape.Variable("U", false);
  static final Shape N = new Shape.Variable("N", true);
  static final Shape LIST = list(T);
  static final Shape SET = set(T);
  static final Shape MAP = map(T);
  static final Shape NUMBER = anyOf(INT, DECIMAL);
  static final Shape STRINGS = many(STRING);
  static final Shape TEXTS = list(STRING);
  static final Shape QUANTITY =
      anyOf(
          scalar(ScalarKind.SIZE),
          scalar(ScalarKind.DURATION),
          scalar(ScalarKind.FREQUENCY),
          scalar(ScalarKind.RATE),
          scalar(ScalarKind.PERCENT));

  private SignatureParts() {}

  static Signature function(String name, Shape result, Signature.Parameter... parameters) {
    return new Signature(name, Arrays.asList(parameters), false, result);
  }

  static Signature variadic(String name, Shape result, Signature.Parameter... parameters) {
    return new Signature(name, Arrays.asList(parameters), true, result);
  }

  static Signature.Parameter needed(String name, Shape shape) {
    return new Signature.Parameter(name, shape, false);
  }

  static Signature.Parameter maybe(String name, Shape shape) {
    return new Signature.Parameter(name, shape, true);
  }

  static Shape scalar(ScalarKind kind) {
    return new Shape.Scalar(kind);
  }

  static Shape list(Shape element) {
    return new Shape.ListOf(element);
  }

  static Shape set(Shape element) {
    return new Shape.SetOf(element);
  }

  static Shape map(Shape value) {
    return new Shape.MapOf(value);
  }

  static Shape optional(Shape inner) {
    return new Shape.Maybe(inner);
  }

  /** A list or a set. */
  static Shape many(Shape element) {
    return anyOf(list(element), set(element));
  }

  static Shape anyOf(Shape... choices) {
    return new Shape.AnyOf(Arrays.asList(choices));
  }

  static Shape object(String first, Shape one, String second, Shape other) {
    Map<String, Shape> fields = new LinkedHashMap<>();
    fields.put(first, one);
    fields.put(second, other);
    return new Shape.ObjectOf(fields);
  }
}
