package dev.dvl.compiler.growth;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Programs of any size, each large in another way. */
final class GrowingPrograms {
  private static final String HOST = "host engine: docker {}\n";

  /** Sorting, maps and arrays that double make it a little more than 2; a square comes near 4. */
  private static final double MOST = 2.3;

  /** Nesting ends at 256, so what grows with its square stays small. */
  private static final double MOST_NESTED = 2.7;

  private GrowingPrograms() {}

  /**
   * A kind of program.
   *
   * @param size how large it is at least where growth is looked at
   * @param most by how much its cost may grow when its size doubles
   * @param codes of the diagnostics that it gives, once each
   */
  record Growing(String name, int size, double most, String codes, IntFunction<String> program) {
    String of(int size) {
      return program.apply(size);
    }
  }

  static final List<Growing> ALL =
      List.of(
          right("resources", 500, n -> HOST + lines(n, "container c% { image = \"a\" }")),
          right(
              "uses of one component",
              500,
              n ->
                  HOST
                      + "component web { param text: string, let l = \"${text}!\", container c {"
                      + " image = \"a\", env = { T = l } }, output name = c.name }\n"
                      + lines(n, "web w% { text = \"t%\" }")
                      + "output names = ["
                      + join(n, "w%.name", ", ")
                      + "]"),
          right(
              "uses that give something later",
              300,
              n ->
                  HOST
                      + "container db { image = \"a\" }\n"
                      + "component web { param text: string, container c { image = \"a\", env = { T"
                      + " = text } }, output text = text }\n"
                      + lines(n, "web w% { text = db.id }")
                      + lines(n, "web v% { text = w%.text }")),
          right(
              "components with one use each",
              200,
              n ->
                  HOST
                      + lines(
                          n, "component web% { param n: int, volume v[n] }\nweb% u% { n = % }")),
          right(
              "parts of one component",
              300,
              n ->
                  HOST
                      + "component web {\n"
                      + lines(n, "param p%: int = %\nlet l% = p% + 1\nvolume v%[l%]")
                      + "}\nweb one {}"),
          right("modules", 200, n -> lines(n, "import \"./m%.dvl\" as m%\noutput x% = m%.x")),
          right(
              "names of one module",
              500,
              n -> "import \"./m0.dvl\" as m\n" + lines(n, "output x% = m.twice(m.x)")),
          right(
              "resources under one if",
              500,
              n -> HOST + "if true {\n" + lines(n, "container c% { image = \"a\" }") + "}"),
          right(
              "resources in a loop",
              1000,
              n ->
                  HOST
                      + "for i in 0..<"
                      + n
                      + " { container c[i] { image = \"a\", env = { N = \"${i}\" } } }"),
          right(
              "resources beside one another in a loop",
              100,
              n ->
                  HOST
                      + "for i in 0..<4 {\n"
                      + lines(n, "container c%[i] { image = \"a\" }")
                      + "}"),
          right(
              "resources with edges to one",
              500,
              n ->
                  HOST
                      + "network net on engine {}\n"
                      + lines(n, "container c% on engine { image = \"a\", networks = [net] }")),
          right(
              "resources that wait for one",
              200,
              n ->
                  HOST
                      + "container c0 { image = \"a\" }\n"
                      + lines(n, "container d% { image = \"a\", after = [c0.started] }")),
          right(
              "a chain of resources",
              60,
              n ->
                  HOST
                      + chain(
                          n,
                          "container c% { image = \"a\", after = [c^.started] }",
                          "container c0 { image = \"a\" }")),
          right(
              "resources that read one another",
              60,
              n ->
                  HOST
                      + chain(
                          n,
                          "container c% { image = \"a\", env = { B = c^.name } }",
                          "container c0 { image = \"a\" }")),
          right(
              "entries of one map",
              500,
              n ->
                  HOST
                      + "container c { image = \"a\", env = {\n"
                      + lines(n, "K% = \"v%\"")
                      + "} }"),
          right(
              "elements of one set",
              500,
              n ->
                  HOST
                      + "container c { image = \"a\", files = [\n"
                      + lines(n, "{ path = \"/f%\", text = \"x\" },")
                      + "] }"),
          right(
              "mounts and files",
              200,
              n ->
                  HOST
                      + "container c { image = \"a\", read_only = true\nmounts = [\n"
                      + lines(n, "{ type = \"volume\", target = \"/d%\" },")
                      + "]\nfiles = [\n"
                      + lines(n, "{ path = \"/d%/f\", text = \"x\" },")
                      + "] }"),
          right(
              "host ports",
              300,
              n ->
                  HOST + lines(n, "container c% { image = \"a\", ports = [\"${10000 + %}:80\"] }")),
          right(
              "host ports of one container",
              500,
              n ->
                  HOST
                      + "container c { image = \"a\", ports = [for p in 1..<"
                      + n
                      + ": \"${p}:${p}\"] }"),
          right(
              "names", 500, n -> HOST + lines(n, "container c% { image = \"a\", name = \"n%\" }")),
          right(
              "subnets",
              300,
              n ->
                  HOST
                      + lines(
                          n,
                          "network n% { subnets = [{ subnet = cidr_subnet(\"10.0.0.0/8\", 16, %) }]"
                              + " }")),
          right("a chain of lets", 500, n -> chain(n, "let a% = a^ + 1", "let a0 = 1")),
          right(
              "a chain of lets that each name one twice",
              20,
              n -> chain(n, "let a% = mod(a^ + a^, 7)", "let a0 = 1")),
          right(
              "a chain of lets in a loop that each name one twice",
              10,
              n ->
                  HOST
                      + "for i in 0..<2 {\nlet a0 = i\n"
                      + chain(n, "let a% = mod(a^ + a^, 7)", "")
                      + "container c[\"${a"
                      + n
                      + "}-${i}\"] { image = \"a\" }\n}"),
          right(
              "a chain of functions",
              60,
              n ->
                  chain(n, "fn f%(x: int): int = f^(x) + 1", "fn f0(x: int): int = x")
                      + "output y = f"
                      + n
                      + "(1)"),
          right(
              "calls of one function",
              500,
              n -> "fn f(x: int): int = x + 1\n" + lines(n, "output y% = f(%)")),
          right("outputs", 1000, n -> lines(n, "output y% = \"a${%}\"")),
          right(
              "parameters",
              500,
              n -> lines(n, "param p%: int = 3 where it < 10 else \"less than 10\"")),
          right("checks", 500, n -> lines(n, "check \"c%\" { assert % >= 0 else \"no\" }")),
          right(
              "types", 500, n -> lines(n, "type T% = { a: int = 1, b?: string }\nlet x%: T% = {}")),
          right(
              "fields of one type",
              300,
              n -> "type T = {\n" + lines(n, "f%: int = %") + "}\noutput x: T = {}"),
          right(
              "literals of one union",
              300,
              n ->
                  "type T = "
                      + join(n, "\"v%\"", " | ")
                      + "\n"
                      + lines(n, "let x%: T = \"v%\"")
                          .lines()
                          .limit(10)
                          .collect(Collectors.joining("\n"))),
          right("elements of a list", 2000, n -> "output x = [" + join(n, "%", ", ") + "]"),
          right("fields of an object", 500, n -> "output x = {\n" + lines(n, "f% = %") + "}"),
          right(
              "elements of a set",
              1000,
              n -> "output x: set<string> = [" + join(n, "\"a%\"", ", ") + "]"),
          right(
              "rounds of a comprehension",
              2000,
              n -> "output x = [for i in 0..<" + n + " if mod(i, 2) == 0: \"a${i}\"]"),
          right(
              "rounds of a map",
              1000,
              n -> "output x = { for i in 0..<" + n + ": [\"k${i}\"] = i }"),
          right(
              "accesses to a large list",
              500,
              n ->
                  "let x = [for i in 0..<" + n + ": i]\noutput y = [for i in 0..<" + n + ": x[i]]"),
          right("a text of many letters", 20_000, n -> "output x = \"" + "a".repeat(n) + "\""),
          right("a text of many holes", 1000, n -> "output x = \"" + join(n, "${%}", " ") + "\""),
          right("a text of many escapes", 2000, n -> "output x = \"" + "\\n".repeat(n) + "\""),
          right(
              "a text of many lines",
              2000,
              n -> "output x = \"\"\"\n" + lines(n, "  line %") + "  \"\"\""),
          right("a name of many letters", 20_000, n -> "let " + "a".repeat(n) + " = 1"),
          right("a comment of many letters", 20_000, n -> "// " + "a".repeat(n) + "\nlet x = 1"),
          right("many comments", 2000, n -> lines(n, "// a comment") + "let x = 1"),
          right("many documentation comments", 1000, n -> lines(n, "/// A value.\nlet x% = 1")),
          nested(
              "parentheses in one another",
              n -> "output x = " + "(".repeat(n) + "1" + ")".repeat(n)),
          nested("lists in one another", n -> "output x = " + "[".repeat(n) + "1" + "]".repeat(n)),
          nested(
              "objects in one another",
              n -> "output x = " + "{ a = ".repeat(n) + "1" + " }".repeat(n)),
          nested(
              "conditions in one another",
              n -> "output x = " + "if true then (".repeat(n) + "1" + ") else 2".repeat(n)),
          nested(
              "ifs in one another",
              n ->
                  HOST
                      + "if true {\n".repeat(n)
                      + "container c { image = \"a\" }\n"
                      + "}\n".repeat(n)),
          right("a sum of many", 50, n -> "output x = " + join(n, "%", " + ")),
          wrong("unknown names", 300, "DVL1001", n -> lines(n, "output x% = nothing%")),
          wrong(
              "unknown names that are nearly right",
              300,
              "DVL1001",
              n -> lines(n, "let some_name_% = %\noutput x% = some_nane_%")),
          wrong("unknown functions", 300, "DVL1002", n -> lines(n, "output x% = uper%(\"a\")")),
          wrong("unknown kinds", 300, "DVL1003", n -> HOST + lines(n, "contaner c% {}")),
          wrong(
              "unknown attributes",
              300,
              "DVL1004",
              n -> HOST + lines(n, "container c% { image = \"a\", memry = 1GiB }")),
          wrong(
              "unknown attributes of one resource",
              300,
              "DVL1004",
              n -> HOST + "container c { image = \"a\"\n" + lines(n, "memry% = 1GiB") + "}"),
          wrong("missing attributes", 300, "DVL2010", n -> HOST + lines(n, "container c% {}")),
          wrong("wrong types", 500, "DVL2001", n -> lines(n, "let x%: int = \"a\"")),
          wrong(
              "unknown fields",
              300,
              "DVL2012",
              n -> "type T = { name?: string }\nlet x: T = {\n" + lines(n, "nam% = \"a\"") + "}"),
          wrong("one name for all", 300, "DVL1010", n -> lines(n, "let x = %")),
          wrong("division by zero", 500, "DVL3001", n -> lines(n, "output x% = % / 0")),
          wrong(
              "one port for all",
              300,
              "DVL4002",
              n -> HOST + lines(n, "container c% { image = \"a\", ports = [\"80:80\"] }")),
          wrong(
              "one platform name for all",
              300,
              "DVL4003 DVL4008",
              n -> HOST + lines(n, "container c% { image = \"a\", name = \"n\" }")),
          wrong(
              "one subnet for all",
              300,
              "DVL4007",
              n -> HOST + lines(n, "network n% { subnets = [{ subnet = \"10.0.0.0/24\" }] }")),
          wrong(
              "one address for all",
              300,
              "DVL4001",
              n ->
                  HOST
                      + "for i in 0..<"
                      + n
                      + " { container c[div(i, "
                      + n
                      + ")] { image = \"a\" } }"),
          wrong("lines that are no items", 500, "DVL0101", n -> lines(n, "let % = 1")),
          wrong("lines that go on wrongly", 500, "DVL0101", n -> lines(n, "let x% = 1 2")),
          wrong("texts without an end", 500, "DVL0010", n -> lines(n, "let x% = \"abc")),
          wrong("brackets without an end", 300, "DVL0102", n -> lines(n, "let x% = [1, 2")),
          wrong(
              "blocks without an end",
              100,
              "DVL0102 DVL2010",
              n -> HOST + lines(n, "container c% {")),
          wrong("brackets without a start", 300, "DVL0103", n -> lines(n, "let x% = 1]")),
          wrong("signs that mean nothing", 500, "DVL0003", n -> lines(n, "let x% = 1 # 2")),
          wrong("wrong numbers", 500, "DVL0021", n -> lines(n, "let x% = 12Mi")));

  private static Growing right(String name, int size, IntFunction<String> program) {
    return new Growing(name, size, MOST, "", program);
  }

  private static Growing nested(String name, IntFunction<String> program) {
    return new Growing(name, 25, MOST_NESTED, "", program);
  }

  private static Growing wrong(String name, int size, String codes, IntFunction<String> program) {
    return new Growing(name, size, MOST, codes, program);
  }

  /** {@code line} for each number below {@code count}, which stands in place of a percent sign. */
  private static String lines(int count, String line) {
    return join(count, line, "\n") + "\n";
  }

  private static String join(int count, String text, String separator) {
    return IntStream.range(0, count)
        .mapToObj(i -> text.replace("%", Integer.toString(i)))
        .collect(Collectors.joining(separator));
  }

  /** As {@link #lines} from 1 on, with the number before in place of {@code ^}. */
  private static String chain(int count, String line, String first) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> line.replace("%", "" + i).replace("^", "" + (i - 1)))
        .collect(Collectors.joining("\n", first + "\n", "\n"));
  }
}
