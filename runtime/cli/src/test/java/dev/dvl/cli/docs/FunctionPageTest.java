package dev.dvl.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.project.FolderFiles;
import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.eval.Signatures;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.value.Value;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds the page of functions to the functions there are: signatures, and what examples show. */
class FunctionPageTest {
  private static final Path PAGE = Project.ROOT.resolve("docs/functions.md");

  /** A row: its signature, the name in it, what stands behind it, the example. */
  private static final Pattern ROW =
      Pattern.compile("^\\| `(([a-z0-9_]+)\\(.*?)` \\| (.+) \\| `(.+)` \\|$", Pattern.MULTILINE);

  /** What conversions take: in the table it is called {@code S}. */
  private static final String SCALARS =
      "string | int | decimal | bool | size | duration | frequency | rate | percent";

  /** These are answered by whoever compiles. */
  private static final Set<String> OF_THE_SURROUNDINGS =
      Set.of(
          "env",
          "file",
          "line_of",
          "template",
          "file_exists",
          "file_sha256",
          "files_in",
          "folder_sha256",
          "json_decode",
          "yaml_decode");

  /** What examples may name. */
  private static final String AROUND =
      """
      let decoded: list<int> = json_decode("[1, 2]")
      let listed: list<string> = yaml_decode("- no")
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("conf/b"));
    Files.writeString(folder.resolve("notes.txt"), "one\n");
    Files.writeString(folder.resolve("greeting.tpl"), "${name}:${of.port}\n");
    Files.writeString(folder.resolve("conf/a"), "a");
    Files.writeString(folder.resolve("conf/b/c"), "c");
  }

  @Test
  void eachFunctionStandsThereWithItsSignature() throws IOException {
    String page = Files.readString(PAGE);
    if ("write".equals(System.getProperty("dvl.goldens"))) {
      page = ROW.matcher(page).replaceAll(FunctionPageTest::written);
      Files.writeString(PAGE, page);
    }
    List<String> rows =
        ROW.matcher(page).results().map(row -> row.group(1).replace("\\|", "|")).toList();
    List<String> functions = Signatures.names().stream().map(FunctionPageTest::signature).toList();
    assertThat(rows).isEqualTo(functions);
  }

  @Test
  void eachFunctionCanBeComputed() {
    assertThat(Signatures.names().stream().filter(it -> !OF_THE_SURROUNDINGS.contains(it)))
        .allSatisfy(name -> assertThat(StandardFunctions.ALL).containsKey(name));
  }

  @TestFactory
  Stream<DynamicTest> eachExampleHolds() throws IOException {
    return ROW.matcher(Files.readString(PAGE))
        .results()
        .filter(row -> !row.group(2).equals("env"))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.group(2), () -> holds(row.group(2), row.group(4).replace("\\|", "|"))));
  }

  private void holds(String function, String example) {
    boolean decodes = function.endsWith("_decode") && OF_THE_SURROUNDINGS.contains(function);
    assertThat(example).contains(decodes ? "ed)" : function + "(");
    SourceMap sources = new SourceMap();
    sources.add("example.dvl", AROUND + "output it = " + example + "\n");
    Outcome<Program> outcome =
        Compilation.compile(
            sources, StandardKinds.load(), Inputs.open(new FolderFiles(folder, folder)));
    assertThat(TextRenderer.render(sources, outcome.diagnostics(), false)).isEmpty();
    Value value = outcome.value().outputs().getFirst().value();
    assertThat(ValueText.of(value)).as(example).isEqualTo("true");
  }

  private static String written(MatchResult row) {
    String signature = signature(row.group(2)).replace("|", "\\|");
    return Matcher.quoteReplacement(
        "| `" + signature + "` | " + row.group(3) + " | `" + row.group(4) + "` |");
  }

  private static String signature(String name) {
    return Signatures.find(name).orElseThrow().toString().replace(SCALARS, "S");
  }
}
