package dev.dvl.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.source.SourceMap;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Many modules and many uses of components, side by side and one in the other. */
class ManyModulesTest {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final String HOST = "host engine: docker {}\n";

  @Test
  void aFileThatManyImportIsReadOnce() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "main.dvl",
        lines(100, "import \"./lib/m%.dvl\" as m%")
            + IntStream.range(0, 100)
                .mapToObj(i -> "m" + i + ".x")
                .collect(Collectors.joining(", ", "output all = [", "]")));
    IntStream.range(0, 100)
        .forEach(
            i ->
                files.put(
                    "lib/m" + i + ".dvl", "import \"./shared.dvl\" as s\nlet x = s.x + " + i));
    files.put("lib/shared.dvl", "let x = 1");
    TestModules modules = new TestModules(files);
    SourceMap sources = new SourceMap();
    Outcome<Program> outcome = modules.compile(sources);
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(modules.modulesRead()).hasSize(101).doesNotHaveDuplicates();
    assertThat(sources.files()).hasSize(102);
  }

  @Test
  void aChainOfAThousandImportsCompiles() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("main.dvl", "import \"./lib/m999.dvl\" as m\noutput x = m.x");
    files.put("lib/m0.dvl", "let x = 1");
    IntStream.range(1, 1000)
        .forEach(
            i ->
                files.put(
                    "lib/m" + i + ".dvl",
                    "import \"./m" + (i - 1) + ".dvl\" as m\nlet z = m.x\nlet x = 1"));
    assertThat(compile(files).diagnostics()).isEmpty();
  }

  @Test
  void tenThousandModulesCompile() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "main.dvl",
        HOST + lines(10_000, "import \"./lib/m%.dvl\" as m%\nm%.web c% { n = m%.twice(m%.x) }"));
    String module =
        """
        let x = 1
        fn twice(n: int): int = n * 2
        component web { param n: int, volume v[n] }
        """;
    IntStream.range(0, 10_000).forEach(i -> files.put("lib/m" + i + ".dvl", module));
    Outcome<Program> outcome = Assertions.assertTimeout(LIMIT, () -> compile(files));
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.value().instances()).hasSize(10_000);
  }

  @Test
  void moreModulesThanThereMayBeAreRefused() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("main.dvl", lines(20_010, "import \"./lib/m%.dvl\" as m%"));
    IntStream.range(0, 20_010).forEach(i -> files.put("lib/m" + i + ".dvl", "let x = 1"));
    Outcome<Program> outcome = Assertions.assertTimeout(LIMIT, () -> compile(files));
    assertThat(outcome.diagnostics().stream().filter(Diagnostic::isError))
        .isNotEmpty()
        .allMatch(it -> it.code().id().equals("DVL1059"));
  }

  @Test
  void tenThousandUsesOfAComponentUnfold() {
    String program =
        HOST
            + "component web { param n: int, let m = n + 1, volume v, container c { image ="
            + " \"a:1\", labels = { n = \"${m}\" } }, output name = c.name }\n"
            + "for i in 0..<9000 { web all[i] { n = i } }\n"
            + lines(1000, "web w% { n = % }")
            + "output last = all[8999].name";
    Outcome<Program> outcome =
        Assertions.assertTimeout(LIMIT, () -> compile(Map.of("main.dvl", program)));
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.value().instances()).hasSize(20_000);
  }

  @Test
  void componentsThatDoubleEachOtherEndAtTheBudget() {
    String program =
        HOST
            + "component c0 { volume v }\n"
            + IntStream.rangeClosed(1, 31)
                .mapToObj(i -> "component c%d { c%d l {}, c%d r {} }\n".formatted(i, i - 1, i - 1))
                .collect(Collectors.joining())
            + "c31 all {}";
    List<Diagnostic> diagnostics =
        Assertions.assertTimeout(LIMIT, () -> compile(Map.of("main.dvl", program)).diagnostics());
    assertThat(diagnostics).extracting(it -> it.code().id()).containsExactly("DVL3005");
  }

  private static Outcome<Program> compile(Map<String, String> files) {
    return new TestModules(files).compile(new SourceMap());
  }

  private static String lines(int count, String line) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.replace("%", "" + i))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
