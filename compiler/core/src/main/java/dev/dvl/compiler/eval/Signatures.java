package dev.dvl.compiler.eval;

import dev.dvl.compiler.type.ScalarKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The standard functions that programs may call, each with its signature. */
public final class Signatures {
  private static final Shape STRING = scalar(ScalarKind.STRING);
  private static final Shape INT = scalar(ScalarKind.INT);
  private static final Shape DECIMAL = scalar(ScalarKind.DECIMAL);
  private static final Shape BOOL = scalar(ScalarKind.BOOL);
  private static final Shape IP = scalar(ScalarKind.IP);
  private static final Shape CIDR = scalar(ScalarKind.CIDR);
  private static final Shape PATH = scalar(ScalarKind.PATH);
  private static final Shape T = new Shape.Variable("T");
  private static final Shape LIST = new Shape.ListOf(T);
  private static final Shape SET = new Shape.SetOf(T);
  private static final Shape MAP = new Shape.MapOf(T);
  private static final Shape STRINGS =
      anyOf(new Shape.ListOf(STRING), new Shape.SetOf(STRING));
  private static final Shape QUANTITY =
      anyOf(
          scalar(ScalarKind.SIZE),
          scalar(ScalarKind.DURATION),
          scalar(ScalarKind.FREQUENCY),
          scalar(ScalarKind.RATE),
          scalar(ScalarKind.PERCENT));
  private static final Shape NUMBER = anyOf(INT, DECIMAL);

  private static final Map<String, Signature> BY_NAME = byName();

  private Signatures() {}

  public static Optional<Signature> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  private static Map<String, Signature> byName() {
    Map<String, Signature> found = new LinkedHashMap<>();
    for (List<Signature> group : List.of(texts(), conversions(), numbers(), collections(), other())) {
      group.forEach(signature -> found.put(signature.name(), signature));
    }
    return Collections.unmodifiableMap(found);
  }

  private static List<Signature> texts() {
    return List.of(
        function("contains", BOOL, of("text", STRING), of("part", STRING)),
        function("starts_with", BOOL, of("text", STRING), of("start", STRING)),
        function("ends_with", BOOL, of("text", STRING), of("end", STRING)),
        function("matches", BOOL, of("text", STRING), of("pattern", STRING)),
        function("join", STRING, of("values", STRINGS), maybe("separator", STRING)),
        function("split", new Shape.ListOf(STRING), of("text", STRING), of("separator", STRING)),
        function("trim", STRING, of("text", STRING)),
        function("upper", STRING, of("text", STRING)),
        function("lower", STRING, of("text", STRING)),
        function("replace", STRING, of("text", STRING), of("part", STRING), of("by", STRING)),
        function("base64", STRING, of("text", STRING)),
        function("sha256", STRING, of("text", STRING)),
        function("json", STRING, of("value", T)),
        function("yaml", STRING, of("value", T)));
  }

  private static List<Signature> conversions() {
    return List.of(
        function("string", STRING, of("value", anyOf(STRING, INT, DECIMAL, BOOL))),
        function("int", INT, of("value", anyOf(INT, DECIMAL, STRING))),
        function("decimal", DECIMAL, of("value", anyOf(INT, DECIMAL, STRING))),
        function("port", scalar(ScalarKind.PORT), of("value", anyOf(INT, STRING))),
        function("ip", IP, of("text", STRING)),
        function("cidr", CIDR, of("text", STRING)),
        function("mac", scalar(ScalarKind.MAC), of("text", STRING)),
        function("port_mapping", scalar(ScalarKind.PORT_MAPPING), of("text", STRING)),
        function("image_ref", scalar(ScalarKind.IMAGE_REF), of("text", STRING)),
        function("path", PATH, of("text", STRING)),
        function("url", scalar(ScalarKind.URL), of("text", STRING)),
        function("in_unit", DECIMAL, of("quantity", QUANTITY), of("unit", STRING)));
  }

  private static List<Signature> numbers() {
    return List.of(
        function("div", INT, of("dividend", INT), of("divisor", INT)),
        function("mod", INT, of("dividend", INT), of("divisor", INT)),
        function("abs", T, of("number", T)),
        function("round", INT, of("number", NUMBER)),
        function("floor", INT, of("number", NUMBER)),
        function("ceil", INT, of("number", NUMBER)),
        variadic("min", T, of("value", T)),
        variadic("max", T, of("value", T)),
        function("sum", T, of("values", anyOf(LIST, SET))));
  }

  private static List<Signature> collections() {
    Shape any = anyOf(STRING, LIST, SET, MAP);
    return List.of(
        function("len", INT, of("value", any)),
        function("keys", new Shape.ListOf(STRING), of("map", MAP)),
        function("values", LIST, of("map", MAP)),
        variadic("merge", MAP, of("map", MAP)),
        function("flatten", LIST, of("lists", new Shape.ListOf(LIST))),
        function("sort", LIST, of("values", anyOf(LIST, SET))),
        function("distinct", LIST, of("values", LIST)),
        function("reverse", LIST, of("values", LIST)),
        function("set", SET, of("values", anyOf(LIST, SET))));
  }

  private static List<Signature> other() {
    return List.of(
        function("env", STRING, of("name", STRING)),
        function("file", STRING, of("path", PATH)),
        function("line_of", STRING, of("path", PATH)),
        function("cidr_host", IP, of("cidr", CIDR), of("number", INT)),
        function("cidr_subnet", CIDR, of("cidr", CIDR), of("bits", INT), of("number", INT)));
  }

  private static Signature function(String name, Shape result, Signature.Parameter... parameters) {
    return new Signature(name, Arrays.asList(parameters), false, result);
  }

  private static Signature variadic(String name, Shape result, Signature.Parameter... parameters) {
    return new Signature(name, Arrays.asList(parameters), true, result);
  }

  private static Signature.Parameter of(String name, Shape shape) {
    return new Signature.Parameter(name, shape, false);
  }

  private static Signature.Parameter maybe(String name, Shape shape) {
    return new Signature.Parameter(name, shape, true);
  }

  private static Shape scalar(ScalarKind kind) {
    return new Shape.Scalar(kind);
  }

  private static Shape anyOf(Shape... choices) {
    return new Shape.AnyOf(Arrays.asList(choices));
  }
}
