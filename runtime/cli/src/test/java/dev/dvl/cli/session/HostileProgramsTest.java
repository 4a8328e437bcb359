package dev.dvl.cli.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that mean harm, each given to a dvl of its own with 256 MB: it says what is wrong and
 * ends, neither out of memory nor of stack nor after minutes.
 */
class HostileProgramsTest {
  /**
   * A second is what most runs take; the rest is for a machine that does much else. That their cost
   * grows in step with the program, {@link HostileGrowthTest} says.
   */
  private static final long MOST_SECONDS = 600;

  @TempDir private Path folder = Path.of("");

  /** A program and the only codes that its check gives; without a code it is right. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Hostile(String name, String code, byte[] program) {
    Hostile(String name, String code, String program) {
      this(name, code, program.getBytes(UTF_8));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Hostile> programs() {
    return Stream.of(texts(), numbers(), patterns(), files(), decoding(), depths(), sizes())
        .flatMap(it -> it);
  }

  private static Stream<Hostile> texts() {
    String long_ = "a".repeat(1 << 20);
    return Stream.of(
        new Hostile(
            "text that turns around", "DVL0002", "let a = \"user\u202e \u2066// admin\u2069\"\n"),
        new Hostile("letters that look alike", "DVL0003", "let \u0430dmin = 1\n"),
        new Hostile("line ends of Windows", "", "let a = 1\r\nlet b = a\r\n"),
        new Hostile("mark of the byte order", "", "\ufefflet a = 1\n"),
        new Hostile("the character 0", "DVL0002", "let a = \u0000\n"),
        new Hostile("the character 0 in a text", "DVL0002", "let a = \"\u0000\"\n"),
        new Hostile("not UTF-8", "DVL0001", "let a = \"\u00e9\"\n".getBytes(ISO_8859_1)),
        new Hostile("a long name", "DVL1001", "let " + long_ + " = 1\nlet b = " + long_ + "b\n"),
        new Hostile("a long text", "DVL2001", "let a: int = \"" + long_ + "\"\n"),
        new Hostile("the character 0 in a path", "DVL2007", "output a = file(\"a\\u{0}b\")\n"),
        new Hostile("a long comment", "", "/* " + long_ + "*/ let a = 1\n"));
  }

  private static Stream<Hostile> numbers() {
    String digits = "9".repeat(1_000_000);
    return Stream.of(
        new Hostile("many digits", "DVL0020", "let a = " + digits + "\n"),
        new Hostile("many digits behind a point", "DVL0020", "let a = 0." + digits + "\n"),
        new Hostile("many digits in a text", "DVL3001", "output a = int(\"" + digits + "\")\n"),
        new Hostile("many digits of a size", "DVL0020", "let a = " + digits + "TiB\n"),
        new Hostile("a power", "DVL3001", "output a = pow(7, 9223372036854775807)\n"),
        new Hostile("a decimal that grows", "DVL3001", chain("1.5", "%s * %s", 60)));
  }

  private static Stream<Hostile> patterns() {
    String match = "check \"c\" { assert matches(repeat(\"a\", 100000) + \"!\", \"%s\") }\n";
    return Stream.of(
        new Hostile("a pattern that backtracks", "DVL3016", match.formatted("(a+)+$")),
        new Hostile("alternatives that backtrack", "DVL3016", match.formatted("(a|aa)+$")),
        new Hostile("a pattern that unfolds", "DVL3001", match.formatted("((a{100}){100}){100}")),
        new Hostile("a deep pattern", "DVL3001", match.formatted("(".repeat(900) + "a")),
        new Hostile(
            "many matches",
            "DVL3001",
            "output a = len(find_all(repeat(\"a\", 16000000), \"a\"))\n"),
        new Hostile(
            "a replacement that grows",
            "DVL3001",
            "output a = replace_all(repeat(\"a\", 100000), \"a\", repeat(\"b\", 100000))\n"));
  }

  private static Stream<Hostile> files() {
    return Stream.of("../../x", "/etc/passwd", "link", "zero", "folder", "loop", "x/../../../y")
        .map(path -> new Hostile("file " + path, "DVL3014", "output a = file(\"" + path + "\")\n"));
  }

  private static Stream<Hostile> decoding() {
    return Stream.of(
        new Hostile(
            "deep JSON", "DVL3030", "output a: list<int> = json_decode(repeat(\"[\", 1000000))\n"),
        new Hostile(
            "a bomb of YAML",
            "DVL3030",
            "output a: map<list<string>> = yaml_decode(file(\"bomb.yaml\"))\n"),
        new Hostile(
            "a tag of YAML", "DVL3030", "output a: string = yaml_decode(\"!!java.io.File [x]\")\n"),
        new Hostile(
            "a template that grows",
            "DVL3001",
            "output a = template(\"large.tpl\", { a = repeat(\"x\", 1000000) })\n"),
        new Hostile(
            "a device as a template", "DVL3014", "output a = template(\"zero\", { a = 1 })\n"),
        new Hostile("the hash of a device", "DVL3014", "output a = file_sha256(\"zero\")\n"),
        new Hostile("the files of a loop", "DVL3014", "output a = files_in(\"loop\")\n"));
  }

  private static Stream<Hostile> depths() {
    return Stream.of(
        new Hostile("open brackets", "DVL0104", "let a = " + "[".repeat(100_000) + "\n"),
        new Hostile("a long sum", "DVL0104", "let a = 1" + " + 1".repeat(100_000) + "\n"),
        new Hostile("a long chain", "DVL0104", "let a = b" + ".c".repeat(100_000) + "\n"),
        new Hostile("a deep type", "DVL0104", "let a: " + "list<".repeat(100_000) + "\n"),
        new Hostile("a row of values", "DVL2062", row(100_000)),
        new Hostile("a ring of values", "DVL1020|DVL2062", ring(50_000)));
  }

  private static Stream<Hostile> sizes() {
    return Stream.of(
        new Hostile("a text that doubles", "DVL3005", chain("\"x\"", "%s + %s", 64)),
        new Hostile("a list that doubles", "DVL3005", chain("[1]", "%s + %s", 64)),
        new Hostile("values that hold two", "DVL3005", chain("[1]", "[%s, %s]", 64)),
        new Hostile("types that hold two", "DVL2109", types(64)),
        new Hostile(
            "large texts in a list",
            "DVL3005",
            "output a = [for i in 0..<1000: repeat(\"x\", 1000000) + \"${i}\"]\n"),
        new Hostile(
            "parts of large texts",
            "DVL3005",
            "output a = [for i in 0..<1000: split(\"${i}\" + repeat(\"x,\", 500000), \",\")]\n"),
        new Hostile("a filler", "DVL3001", "output a = pad_start(\"\", 9223372036854775807)\n"),
        new Hostile("a repetition", "DVL3001", "output a = repeat(\"ab\", 9223372036854775807)\n"),
        new Hostile("a range", "DVL3005", "output a = 0..<9223372036854775807\n"),
        new Hostile(
            "loops in loops",
            "DVL3005",
            "output a = [for i in 0..<9999: [for j in 0..<9999: [for k in 0..<9999: i + j +"
                + " k]]]\n"),
        new Hostile(
            "resources without end",
            "DVL3005",
            "host e: docker {}\nfor i in 0..<1000000000 { volume v[i] }\n"));
  }

  /** Each value is made of the one before it, twice. */
  private static String chain(String first, String next, int length) {
    return "let v0 = %s\n".formatted(first)
        + IntStream.rangeClosed(1, length)
            .mapToObj(i -> "let v" + i + " = " + next.formatted("v" + (i - 1), "v" + (i - 1)))
            .collect(Collectors.joining("\n", "", "\noutput it = v" + length + "\n"));
  }

  private static String types(int length) {
    return "type T0 = { x?: int }\n"
        + IntStream.rangeClosed(1, length)
            .mapToObj(i -> "type T%1$d = { a?: T%2$d, b?: T%2$d }".formatted(i, i - 1))
            .collect(Collectors.joining("\n", "", "\nparam p: T" + length + " = {}\n"));
  }

  private static String ring(int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> "let v" + i + " = v" + (i + 1) % length + "\n")
        .collect(Collectors.joining());
  }

  private static String row(int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> "let v" + i + " = v" + (i + 1) + " + 1\n")
        .collect(Collectors.joining("", "", "let v" + length + " = 1\n"));
  }

  @BeforeEach
  void files(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("secret"), "s");
    Files.createSymbolicLink(folder.resolve("link"), outside.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    Files.createDirectory(folder.resolve("folder"));
    Files.writeString(folder.resolve("large.tpl"), "${a}".repeat(100));
    List<String> bomb = new ArrayList<>(List.of("a0: &a0 [x]"));
    for (int i = 1; i < 10; i++) {
      bomb.add("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d]".formatted(i, i - 1));
    }
    Files.write(folder.resolve("bomb.yaml"), bomb);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void saysWhatIsWrong(Hostile hostile) throws IOException, InterruptedException {
    Files.write(folder.resolve("main.dvl"), hostile.program());
    Path output = folder.resolve("output.txt");
    List<String> flags = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    Process process =
        new ProcessBuilder(Calls.command(flags, "check", "main.dvl"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(output);
    assertThat(ended).as("ended, after\n%.2000s", said).isTrue();
    Exit exit = hostile.code().isEmpty() ? Exit.DONE : Exit.WRONG;
    assertThat(process.exitValue()).as("%.2000s", said).isEqualTo(exit.code());
    if (!hostile.code().isEmpty()) {
      assertThat(said.lines().filter(it -> it.startsWith("error[")).toList())
          .as("%.2000s", said)
          .isNotEmpty()
          .allMatch(line -> line.matches("error\\[(" + hostile.code() + ")].*"));
    }
    assertThat(said.length()).as("what is said is short").isLessThan(20_000);
  }
}
