package dev.dvl.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.lower.input.ComputationLimits;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.input.ProjectFiles;
import dev.dvl.compiler.lower.input.RawInput;
import dev.dvl.compiler.lower.unfold.MadeNames;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.goldens.Goldens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every program of the corpus. */
class LoweringLawsTest {
  private static final Goldens ALL = Goldens.in(TestPrograms.FOLDER, ".dvl");
  private static final Goldens RIGHT = Goldens.in(TestPrograms.FOLDER.resolve("input"), ".dvl");

  private static final String PARAMETERS =
      """
      type Even = int where mod(it, 2) == 0
      param i: int = 1
      param e: Even = 2
      param d: decimal = 1.0
      param s: size = 1MiB
      param t: duration? = null
      param p: percent = 10%
      param u: "a" | int | list<string> = "a"
      param l: list<int> = []
      param m: map<bool> = {}
      param o: { a: int, b?: list<cidr>, c: port = 1 } = { a = 1 }
      param n: cidr = "10.0.0.0/8"
      host engine: docker {}
      for k, v in l { volume data[k] { name = "v${v}" } }
      for k, v in m if v { network net[k] }
      output a = i / e + 1
      output b = s * d
      output c = p * s
      output f = cidr_host(n, i)
      output g = [for x in 0..<i: x * e]
      output h = o.b ?? []
      """;

  @TestFactory
  Stream<DynamicTest> checkingNeedsNoInputs() {
    return RIGHT.inputs().stream()
        .map(
            input ->
                DynamicTest.dynamicTest(
                    input.name(),
                    () -> {
                      SourceMap sources = new SourceMap();
                      sources.add(input.name(), input.text());
                      ProjectFiles files = path -> "text\n";
                      Outcome<Compilation.Checked> checked =
                          Compilation.check(sources, TestPrograms.KINDS, files);
                      assertThat(TextRenderer.render(sources, checked.diagnostics(), false))
                          .isEmpty();
                    }));
  }

  @Test
  void whateverTheParametersThereIsAProgram() {
    Random random = new Random(20260101);
    for (int round = 0; round < 3000; round++) {
      Map<String, RawInput> parameters = new HashMap<>();
      for (String name : List.of("i", "e", "d", "s", "t", "p", "u", "l", "m", "o", "n", "x")) {
        if (random.nextInt(4) == 0) {
          parameters.put(name, raw(random, 0));
        }
      }
      SourceMap sources = new SourceMap();
      sources.add("law.dvl", PARAMETERS);
      Outcome<Program> outcome =
          Compilation.compile(sources, TestPrograms.KINDS, inputs(parameters));
      assertThat(TextRenderer.render(sources, outcome.diagnostics(), false)).isNotNull();
    }
  }

  @Test
  void namesThatAreMadeAreAllDifferentAndShort() {
    Set<String> names = new HashSet<>();
    MadeNames made = new MadeNames(TestPrograms.STACK);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String key = i + " " + word(random);
      String name =
          made.name(dev.dvl.compiler.value.Address.of("a", dev.dvl.compiler.value.Key.of(key)));
      assertThat(name).matches("[a-z][a-z0-9-]{0,62}");
      names.add(name);
    }
    assertThat(names).hasSize(20_000);
  }

  @Test
  void theCorpusIsThere() {
    assertThat(ALL.inputs()).hasSizeGreaterThan(45);
  }

  private static Inputs inputs(Map<String, RawInput> parameters) {
    return new Inputs(
        parameters,
        false,
        TestPrograms.STACK,
        ProjectFiles.NONE,
        Optional.of((name, variable) -> false),
        new ComputationLimits(100_000, 1_000_000, 1_000_000, 1000));
  }

  private static RawInput raw(Random random, int depth) {
    return switch (random.nextInt(depth > 2 ? 2 : 5)) {
      case 0 -> new RawInput.Nothing("law.yaml:1");
      case 1, 2 -> new RawInput.Text(word(random), "law.yaml:2");
      case 3 ->
          new RawInput.ListOf(
              Stream.generate(() -> raw(random, depth + 1)).limit(random.nextInt(4)).toList(),
              "law.yaml:3");
      default -> {
        Map<String, RawInput> entries = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          entries.put(List.of("a", "b", "c", "k").get(random.nextInt(4)), raw(random, depth + 1));
        }
        yield new RawInput.MapOf(entries, "law.yaml:4");
      }
    };
  }

  private static String word(Random random) {
    List<String> words =
        List.of(
            "0",
            "1",
            "-1",
            "2",
            "7",
            "9223372036854775807",
            "-9223372036854775808",
            "true",
            "no",
            "null",
            "1.5",
            "0.0000000000000000000000000000000001",
            "1GiB",
            "9000000TiB",
            "1h30min",
            "-5s",
            "50%",
            "10.0.0.0/8",
            "::/0",
            "fd00::/129",
            "a",
            "",
            "é😀\u0000",
            "1e999999999",
            "[1,2]",
            "999999999999999999999999999999999999");
    return words.get(random.nextInt(words.size()));
  }
}
