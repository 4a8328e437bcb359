package dev.dvl.compiler.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Calls of standard functions as tables: what goes in, and what comes out or is complained of. */
class StandardFunctionsTest {

  private record Row(String function, List<Value> arguments, String result) {
    DynamicTest test() {
      String shown = function + arguments.stream().map(ValueText::of).toList();
      return DynamicTest.dynamicTest(shown, () -> assertThat(computed()).isEqualTo(result));
    }

    private String computed() {
      try {
        return ValueText.of(StandardFunctions.EVALUATOR.apply(function, arguments));
      } catch (EvaluationProblem e) {
        return "! " + e.getMessage();
      }
    }
  }

  private static Row row(String function, String result, Object... arguments) {
    return new Row(
        function, Stream.of(arguments).map(StandardFunctionsTest::value).toList(), result);
  }

  private static Value value(Object object) {
    return switch (object) {
      case Value value -> value;
      case String text -> quantity(text);
      case Integer number -> Value.of(number);
      case Long number -> Value.of(number);
      case Boolean bool -> Value.of(bool);
      case Double number -> new Value.Decimal(BigDecimal.valueOf(number));
      case List<?> list ->
          new Value.ListOf(list.stream().map(StandardFunctionsTest::value).toList());
      case Map<?, ?> map ->
          Value.MapOf.of(
              map.entrySet().stream()
                  .collect(
                      java.util.stream.Collectors.toMap(
                          entry -> (String) entry.getKey(), entry -> value(entry.getValue()))));
      default -> throw new IllegalArgumentException(object.toString());
    };
  }

  /** A text that starts with {@code #} is a quantity. */
  private static Value quantity(String text) {
    if (!text.startsWith("#")) {
      return Value.text(text);
    }
    for (Dimension dimension : Dimension.values()) {
      var found = QuantityText.read(dimension, text.substring(1));
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalArgumentException(text);
  }

  @TestFactory
  Stream<DynamicTest> arithmetic() {
    return Stream.of(
            row("+", "3", 1, 2),
            row("+", "! the result does not fit into 64 bits", Long.MAX_VALUE, 1),
            row("-", "! the result does not fit into 64 bits", Long.MIN_VALUE),
            row("-", "-5", 5),
            row("*", "! the result does not fit into 64 bits", Long.MAX_VALUE, 2),
            row("/", "0.3333333333333333333333333333333333", 1, 3),
            row("/", "2.0", 4, 2),
            row("/", "! this divides by zero", 1, 0),
            row("+", "0.3", 0.1, 0.2),
            row("+", "1GiB", "#512MiB", "#512MiB"),
            row("-", "30s", "#1min", "#30s"),
            row("/", "2.0", "#1GiB", "#512MiB"),
            row("/", "256MiB", "#512MiB", 2),
            row("*", "4GiB", "#50%", "#8GiB"),
            row("*", "1B", "#3B", "#50%"),
            row("*", "3", 7, "#50%"),
            row("*", "1GiB", "#512MiB", 2),
            row("*", "768MiB", "#512MiB", 1.5),
            row("/", "10MB/s", "#100MB", "#10s"),
            row("*", "! a size and a duration do not go together", "#1GiB", "#1s"),
            row("/", "! this divides by zero", "#1GiB", "#0B"),
            row("+", "[1, 2]", List.of(1), List.of(2)),
            row("div", "-4", -7, 2),
            row("mod", "1", -7, 2),
            row("mod", "! this divides by zero", 7, 0),
            row("div", "! the result does not fit into 64 bits", Long.MIN_VALUE, -1),
            row("abs", "3", -3),
            row("floor", "-2", -1.5),
            row("ceil", "2", 1.5),
            row("round", "2", 2.5),
            row("min", "1", 3, 1, 2),
            row("max", "3", List.of(3, 1)),
            row("max", "! the list is empty", List.of()),
            row("sum", "6", List.of(1, 2, 3)),
            row("in_unit", "1024.0", "#1GiB", "MiB"),
            row("in_unit", "1.5", "#90s", "min"),
            row(
                "in_unit",
                "! there is no unit `m` here; there are ns, us, ms, s, min, h, d",
                "#90s",
                "m"))
        .map(Row::test);
  }

  @TestFactory
  Stream<DynamicTest> comparison() {
    return Stream.of(
            row("==", "true", 2, 2.0),
            row("==", "true", Map.of("a", 1), Value.ObjectOf.of(Map.of("a", Value.of(1)))),
            row("==", "false", Map.of("a", 1), Value.ObjectOf.of(Map.of("b", Value.of(1)))),
            row("==", "true", List.of(2, 1), Value.SetOf.of(List.of(Value.of(1), Value.of(2)))),
            row("==", "true", List.of(1, 2.0), List.of(1, 2)),
            row("==", "false", List.of(1, 2), List.of(2, 1)),
            row("!=", "true", List.of(1, 2), List.of(1)),
            row("!=", "true", "a", "b"),
            row("<", "true", "Z", "a"),
            row(">=", "true", "#1GiB", "#1024MiB"),
            row("<", "! text and a whole number cannot be compared", "a", 1),
            row("in", "true", 1, List.of(1, 2)),
            row("in", "true", "a", Map.of("a", 1)),
            row("in", "! nothing is in a whole number", "a", 1),
            row("!", "false", true))
        .map(Row::test);
  }

  @TestFactory
  Stream<DynamicTest> texts() {
    return Stream.of(
            row("concat", "\"a1true1.5\"", "a", 1, true, 1.5),
            row("concat", "! a size has no text without a unit: use in_unit", "#1GiB"),
            row("upper", "\"ABC\"", "abc"),
            row("trim", "\"a b\"", " a b\n"),
            row("trim_start", "\"1.2\"", "v1.2", "v"),
            row("trim_end", "\"api\"", "api.example", ".example"),
            row("replace", "\"a.b.c\"", "a-b-c", "-", "."),
            row("replace", "! the text to replace is empty", "a", "", "x"),
            row("split", "[\"a\", \"\", \"b\"]", "a,,b", ","),
            row("join", "\"a, 1\"", List.of("a", 1), ", "),
            row("substring", "\"b😀\"", "ab😀d", 1, 3),
            row("substring", "! there is no part from 2 to 9 of a text of length 3", "abc", 2, 9),
            row("repeat", "\"ababab\"", "ab", 3),
            row("repeat", "! the text would be longer than 16 MiB", "ab", Long.MAX_VALUE),
            row("indent", "\"  a\\n\\n  b\"", "a\n\nb", 2),
            row("lines", "[\"a\", \"b\"]", "a\nb\n"),
            row("len", "1", "😀"),
            row("contains", "true", "abc", "b"),
            row("starts_with", "true", "abc", "ab"),
            row("matches", "true", "web-1", "[a-z]+-[0-9]"),
            row("matches", "false", "xweb-1", "web-1"),
            row("matches", "! the pattern is wrong: missing closing ]", "a", "[a"))
        .map(Row::test);
  }

  @TestFactory
  Stream<DynamicTest> collections() {
    return Stream.of(
            row("..", "[1, 2, 3]", 1, 3),
            row("..<", "[]", 3, 3),
            row(
                "..<",
                "! the range has 2000000 elements, and a list at most 1000000",
                0,
                2_000_000),
            row(
                "..",
                "! the range has 9223372036854775807 elements, and a list at most 1000000",
                Long.MIN_VALUE,
                Long.MAX_VALUE),
            row("first", "1", List.of(1, 2)),
            row("last", "! the list is empty", List.of()),
            row("reverse", "[2, 1]", List.of(1, 2)),
            row("sort", "[\"a\", \"b\"]", List.of("b", "a")),
            row("sort", "! a whole number and text cannot be compared", List.of(1, "a")),
            row("distinct", "[2, 1]", List.of(2, 1, 2)),
            row("flatten", "[1, 2]", List.of(List.of(1), List.of(2))),
            row("slice", "[2]", List.of(1, 2, 3), 1, 2),
            row("index", "! there is no element 3: the list has elements 0 to 1", List.of(1, 2), 3),
            row("safe_index", "null", List.of(1, 2), 3),
            row("index", "! there is no entry \"x\": the keys are \"a\"", Map.of("a", 1), "x"),
            row("to_set", "[1, 2]", List.of(2, 1, 2)),
            row("any", "true", List.of(false, true)),
            row("all", "false", List.of(false, true)),
            row("keys", "[\"a\", \"b\"]", Map.of("b", 1, "a", 2)),
            row("values", "[2, 1]", Map.of("b", 1, "a", 2)),
            row("merge", "{ a = 1, b = 3 }", Map.of("a", 1, "b", 2), Map.of("b", 3)))
        .map(Row::test);
  }

  @TestFactory
  Stream<DynamicTest> networks() {
    return Stream.of(
            row("cidr_host", "\"10.0.0.5\"", "10.0.0.0/24", 5),
            row("cidr_host", "\"10.0.0.255\"", "10.0.0.0/24", -1),
            row("cidr_host", "\"fd00::1\"", "fd00::/64", 1),
            row("cidr_host", "! there is no address 256 in 10.0.0.0/24", "10.0.0.0/24", 256),
            row("cidr_subnet", "\"10.0.3.0/24\"", "10.0.0.0/16", 8, 3),
            row("cidr_subnet", "! 10.0.0.0/24 has no 9 bits left to split by", "10.0.0.0/24", 9, 0),
            row("cidr_contains", "true", "10.0.0.0/8", "10.1.2.3"),
            row("cidr_contains", "false", "10.0.0.0/8", "fd00::1"),
            row("cidr_contains", "true", "10.0.0.0/8", "10.1.0.0/16"),
            row("cidr_netmask", "\"255.255.255.0\"", "10.0.0.0/24"),
            row("cidr_prefix", "24", "10.0.0.0/24"),
            row("cidr_host", "! \"10.0.0\" is not a network such as `10.0.0.0/24`", "10.0.0", 1))
        .map(Row::test);
  }

  @TestFactory
  Stream<DynamicTest> encodings() {
    return Stream.of(
            row(
                "json_encode",
                "\"{\\\"a\\\":[1,null,\\\"x\\\\n\\\"]}\"",
                Map.of("a", List.of(1, Value.Null.NULL, "x\n"))),
            row(
                "yaml_encode",
                "\"\\\"a\\\":\\n  - 1\\n  -\\n    - 2\\n\\\"b\\\": {}\\n\"",
                Map.of("a", List.of(1, List.of(2)), "b", Map.of())),
            row("base64_encode", "\"aMOp\"", "hé"),
            row("base64_size", "4", "hé", false),
            row("base64_size", "0", "", false),
            row("base64_size", "40", "a".repeat(1000), true),
            row("base64_decode", "\"hé\"", "aMOp"),
            row("base64_decode", "! this is not base64", "%"),
            row("base64_decode", "! what is encoded here is not text in UTF-8", "/w=="),
            row("url_encode", "\"a%20%2F%C3%A9\"", "a /é"),
            row("sha256", "\"ba7816bf8f01cfea414140de5dae22\"…", "abc"))
        .map(Row::test);
  }

  @TestFactory
  Stream<DynamicTest> conversions() {
    return Stream.of(
            row("int", "7", "7"),
            row("int", "! \"7.5\" is not a whole number of 64 bits", "7.5"),
            row("int", "! 1.5 is not whole: use floor, ceil or round", 1.5),
            row("decimal", "1.5", "1.5"),
            row("bool", "! \"yes\" is not `true` or `false`", "yes"),
            row("string", "\"8\"", 8),
            row("string", "\"512MiB\"", "#512MiB"),
            row("size", "512MiB", "512MiB"),
            row("size", "! \"512M\" is not a size such as `512MiB`", "512M"),
            row("duration", "90min", "1h30min"),
            row("percent", "12.5%", "12.5%"),
            row("rate", "10MB/s", "10MB/s"),
            row("port", "80", 80),
            row("port", "! \"0\" is not a port from 1 to 65535", 0),
            row("ip", "\"::1\"", "::1"),
            row("ip", "! \"10.0.0.256\" is not an IP address", "10.0.0.256"),
            row("ip", "! \"1::2::3\" is not an IP address", "1::2::3"),
            row("ip", "! \"010.0.0.1\" is not an IP address", "010.0.0.1"),
            row("mac", "\"02:42:ac:11:00:02\"", "02:42:ac:11:00:02"),
            row("port_mapping", "\"[::1]:8000-8001:80-81/udp\"", "[::1]:8000-8001:80-81/udp"),
            row(
                "port_mapping",
                "! \"8000-8002:80-81\" is not a port mapping such as `8080:80` or"
                    + " `127.0.0.1:53:53/udp`",
                "8000-8002:80-81"),
            row(
                "image_ref",
                "\"localhost:5000/a/b:1@sha256:0123456789abcdef0123456789abcdef\"",
                "localhost:5000/a/b:1@sha256:0123456789abcdef0123456789abcdef"),
            row(
                "image_ref",
                "! \"Post gres\" is not an image reference such as `postgres:17`",
                "Post gres"),
            row("url", "\"https://a.example/x\"", "https://a.example/x"))
        .map(Row::test);
  }

  @TestFactory
  Stream<DynamicTest> folders() {
    List<String> paths = List.of("/a/x", "/a/b/../b//y", "/ab", "/a/b");
    List<String> folders = List.of("/a/", "/a/b");
    Value nothing = Value.Null.NULL;
    Value known = Value.ObjectOf.of(Map.of("path", Value.text("/x")));
    Value later = new Value.Deferred(new Term.Secret("s"));
    return Stream.of(
            row("below", "[\"/a/x\"]", paths, folders, List.of(1, 2), 1),
            row("below", "[\"/a/b/../b//y\", \"/a/b\"]", paths, folders, List.of(1, 2), 2),
            row("below", "[\"/ab\"]", paths, folders, List.of(1, 2), nothing),
            row("below", "[\"/ab\"]", paths, List.of("/", "/a"), List.of(1, 2), 1),
            row("clean", "[\"/a\", \"/b\", \"/\"]", List.of("/a//./", "/a/../b", "/..")),
            row("clean", "[\".\", \"../b\"]", List.of("a/..", "a/../../b")),
            row("fields", "[\"/x\", null]", List.of(known, Value.ObjectOf.of(Map.of())), "path"),
            row(
                "fields",
                "[\"/x\"]",
                List.of(Value.ObjectOf.of(Map.of("path", Value.text("/x"), "text", later))),
                "path"))
        .map(Row::test);
  }

  @TestFactory
  Stream<DynamicTest> hostileArguments() {
    String large = "x".repeat(1 << 20);
    String tooLong = "! the text would be longer than 16 MiB";
    return Stream.of(
            row("pad_start", tooLong, "", Long.MAX_VALUE, "ab"),
            row("pad_end", "\"a\"", "a", Long.MIN_VALUE),
            row("pad_start", "! the text to pad with is empty", "", 1, ""),
            row("replace", tooLong, large, "x", large),
            row("replace_all", tooLong, large, "x", large),
            row(
                "replace_all",
                "! in the replacement, `$1` to `$0` stand for groups",
                "a",
                "a",
                "$9"),
            row("matches", "false", large + "!", "(x+x+)+y"),
            row(
                "matches",
                "! the counts of a pattern multiply to at most 1000",
                "",
                "(a{100}){100}"),
            row("matches", "! a pattern is at most 1000 characters long", "", "a".repeat(1001)),
            row("range", "[]", 5, 0),
            row("range", "[0, -2, -4]", 0, -5, -2),
            row("range", "! the list has more than 1000000 elements", 0, Long.MAX_VALUE),
            row("range", "! the list has more than 1000000 elements", Long.MIN_VALUE, 0, 3),
            row("range", "! a step is not 0", 0, 1, 0),
            row("chunk", "[[1, 2]]", List.of(1, 2), Long.MAX_VALUE),
            row("chunk", "! a part has at least one element", List.of(1), 0),
            row("take", "[1]", List.of(1), Long.MAX_VALUE),
            row("drop", "! there are no -1 elements", List.of(1), -1),
            row("pow", "! the result does not fit into 64 bits", 2, Long.MAX_VALUE),
            row("pow", "-1", -1, Long.MAX_VALUE),
            row("pow", "-9223372036854775808", -2, 63),
            row("round_to", "! a number has 0 to 34 digits behind its point", 1, 35),
            row("parse_int", "! a base is 2 to 36", "1", 99),
            row("parse_int", "! \"9\" is no whole number of 64 bits in base 8", "9", 8),
            row(
                "ip_add",
                "! there is no address 1 away from 255.255.255.255",
                "255.255.255.255",
                1),
            row("ip_diff", "! 10.0.0.1 and ::1 are of two versions of IP", "10.0.0.1", "::1"),
            row("cidr_size", "! the result does not fit into 64 bits", "::/0"),
            row(
                "cidr_subnets",
                "! part 2 does not fit into 10.0.0.0/24 any more",
                "10.0.0.0/24",
                1,
                0),
            row("cidr_around", "! a prefix of 10.0.0.1 is 0 to 32", "10.0.0.1", 33),
            row("csv_decode", "! row 2 has 2 cells, and the first one 1", "a\n1,2\n"),
            row("csv_decode", "! a quoted cell does not end", "a\n\"1"),
            row("csv_decode", "! two columns are named \"a\"", "a,a\n1,2"),
            row("hex_decode", "! this is not pairs of hexadecimal digits", "abc"),
            row("url_decode", "! behind a `%` stand two hexadecimal digits", "%4"),
            row("url_decode", "! what is encoded here is not text in UTF-8", "%FF"),
            row(
                "date_add",
                "! \"yesterday\" is not a date such as `2026-03-01T12:00:00Z`",
                "yesterday",
                "#1s"),
            row(
                "date_add",
                "! \"2026-02-30T00:00:00Z\" is not a date such as `2026-03-01T12:00:00Z`",
                "2026-02-30T00:00:00Z",
                "#1s"),
            row(
                "date_diff",
                "! the result does not fit into 64 bits",
                "0001-01-01T00:00:00Z",
                "9999-01-01T00:00:00Z"),
            row(
                "date_format",
                "! \"{\" is no format such as `yyyy-MM-dd HH:mm`",
                "2026-03-01T12:00:00Z",
                "{"),
            row(
                "uuid_v5",
                "! a namespace is a UUID, or one of \"dns\", \"url\", \"oid\" and \"x500\"",
                "x",
                "y"),
            row("zip", "! one list has 1 elements, the other 0", List.of(1), List.of()),
            row("zip_map", "! the key \"a\" is there twice", List.of("a", "a"), List.of(1, 2)),
            row("invert", "! the key \"x\" is there twice", Map.of("a", "x", "b", "x")),
            row("pick", "! there is no entry \"x\": the map is empty", Map.of(), List.of("x")),
            row("only", "! there are 2 elements, not one", List.of(1, 2)),
            row("clamp", "! 3 is no lower bound of 2", 1, 3, 2))
        .map(Row::test);
  }
}
