package dev.dvl.compiler.eval;

import dev.dvl.compiler.type.ScalarKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The standard functions that programs may call, each with its signature. */
public final class Signatures {
  private static final Shape STRING = scalar(ScalarKind.STRING);
  private static final Shape INT = scalar(ScalarKind.INT);
  private static final Shape DECIMAL = scalar(ScalarKind.DECIMAL);
  private static final Shape BOOL = scalar(ScalarKind.BOOL);
  private static final Shape IP = scalar(ScalarKind.IP);
  private static final Shape CIDR = scalar(ScalarKind.CIDR);
  private static final Shape PATH = scalar(ScalarKind.PATH);
  private static final Shape T = new Shape.Variable("T", false);
  private static final Shape N = new Shape.Variable("N", true);
  private static final Shape LIST = new Shape.ListOf(T);
  private static final Shape SET = new Shape.SetOf(T);
  private static final Shape MAP = new Shape.MapOf(T);
  private static final Shape STRINGS = anyOf(new Shape.ListOf(STRING), new Shape.SetOf(STRING));
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
    Stream.of(
            texts(),
            encodings(),
            conversions(),
            numbers(),
            collections(),
            networks(),
            surroundings())
        .flatMap(List::stream)
        .forEach(signature -> found.put(signature.name(), signature));
    return Collections.unmodifiableMap(found);
  }

  private static List<Signature> texts() {
    return List.of(
        function("starts_with", BOOL, of("text", STRING), of("start", STRING)),
        function("ends_with", BOOL, of("text", STRING), of("end", STRING)),
        function("matches", BOOL, of("text", STRING), of("pattern", STRING)),
        function("join", STRING, of("values", STRINGS), maybe("separator", STRING)),
        function("split", new Shape.ListOf(STRING), of("text", STRING), of("separator", STRING)),
        function("lines", new Shape.ListOf(STRING), of("text", STRING)),
        function("trim", STRING, of("text", STRING)),
        function("trim_start", STRING, of("text", STRING), of("start", STRING)),
        function("trim_end", STRING, of("text", STRING), of("end", STRING)),
        function("upper", STRING, of("text", STRING)),
        function("lower", STRING, of("text", STRING)),
        function("replace", STRING, of("text", STRING), of("part", STRING), of("by", STRING)),
        function("substring", STRING, of("text", STRING), of("start", INT), maybe("end", INT)),
        function("repeat", STRING, of("text", STRING), of("times", INT)),
        function("indent", STRING, of("text", STRING), of("width", INT)));
  }

  private static List<Signature> encodings() {
    return List.of(
        function("base64_encode", STRING, of("text", STRING)),
        function("base64_decode", STRING, of("text", STRING)),
        function("url_encode", STRING, of("text", STRING)),
        function("sha256", STRING, of("text", STRING)),
        function("json_encode", STRING, of("value", T)),
        function("yaml_encode", STRING, of("value", T)));
  }

  /** Each built-in type without parts has a function of its name that converts to it. */
  private static List<Signature> conversions() {
    Shape any = anyOf(STRING, INT, DECIMAL, BOOL, QUANTITY);
    return Stream.of(ScalarKind.values())
        .map(kind -> function(kind.word(), scalar(kind), of("value", any)))
        .toList();
  }

  private static List<Signature> numbers() {
    return List.of(
        function("div", INT, of("dividend", INT), of("divisor", INT)),
        function("mod", INT, of("dividend", INT), of("divisor", INT)),
        function("abs", N, of("number", N)),
        function("round", INT, of("number", NUMBER)),
        function("floor", INT, of("number", NUMBER)),
        function("ceil", INT, of("number", NUMBER)),
        variadic("min", N, of("value", N)),
        variadic("max", N, of("value", N)),
        function("sum", N, of("values", anyOf(new Shape.ListOf(N), new Shape.SetOf(N)))),
        function("in_unit", DECIMAL, of("quantity", QUANTITY), of("unit", STRING)));
  }

  private static List<Signature> collections() {
    Shape any = anyOf(STRING, LIST, SET, MAP);
    Shape bools = anyOf(new Shape.ListOf(BOOL), new Shape.SetOf(BOOL));
    return List.of(
        function("len", INT, of("value", any)),
        function("contains", BOOL, of("in", anyOf(STRING, LIST, SET)), of("part", T)),
        function("keys", new Shape.ListOf(STRING), of("map", MAP)),
        function("values", LIST, of("map", MAP)),
        variadic("merge", MAP, of("map", MAP)),
        function("first", T, of("values", LIST)),
        function("last", T, of("values", LIST)),
        function("slice", LIST, of("values", LIST), of("start", INT), maybe("end", INT)),
        function("flatten", LIST, of("lists", new Shape.ListOf(anyOf(LIST, SET)))),
        function("sort", LIST, of("values", anyOf(LIST, SET))),
        function("distinct", LIST, of("values", LIST)),
        function("reverse", LIST, of("values", LIST)),
        function("compact", LIST, of("values", new Shape.ListOf(new Shape.Maybe(T)))),
        function("any", BOOL, of("values", bools)),
        function("all", BOOL, of("values", bools)),
        function("to_list", LIST, of("values", anyOf(LIST, SET))),
        function("to_set", SET, of("values", anyOf(LIST, SET))));
  }

  private static List<Signature> networks() {
    return List.of(
        function("cidr_host", IP, of("cidr", CIDR), of("number", INT)),
        function("cidr_subnet", CIDR, of("cidr", CIDR), of("bits", INT), of("number", INT)),
        function("cidr_contains", BOOL, of("cidr", CIDR), of("part", anyOf(IP, CIDR))),
        function("cidr_prefix", INT, of("cidr", CIDR)),
        function("cidr_netmask", IP, of("cidr", CIDR)),
        function("cidr_network", IP, of("cidr", CIDR)));
  }

  /** What reads the world around the program; only where the compiler is told what is there. */
  private static List<Signature> surroundings() {
    return List.of(
        function("env", STRING, of("name", STRING)),
        function("file", STRING, of("path", PATH)),
        function("line_of", STRING, of("path", PATH)));
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
