package dev.dvl.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.eval.Signatures;
import dev.dvl.compiler.eval.StandardFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the table of functions in the reference to the functions there are. */
class FunctionTableTest {
  private static final Path PAGE = Project.ROOT.resolve("docs/language.md");

  /** A row: its signature, the name in it, and what stands behind it. */
  private static final Pattern ROW =
      Pattern.compile("^\\| `(([a-z0-9_]+)\\(.*?)` \\| (.+) \\|$", Pattern.MULTILINE);

  /** What conversions take: in the table it is called {@code S}. */
  private static final String SCALARS =
      "string | int | decimal | bool | size | duration | frequency | rate | percent";

  /** These are answered by whoever compiles. */
  private static final Set<String> OF_THE_SURROUNDINGS = Set.of("env", "file", "line_of");

  @Test
  void eachFunctionStandsThereWithItsSignature() throws IOException {
    String page = Files.readString(PAGE);
    if ("write".equals(System.getProperty("dvl.goldens"))) {
      page = ROW.matcher(page).replaceAll(FunctionTableTest::written);
      Files.writeString(PAGE, page);
    }
    List<String> rows =
        ROW.matcher(page).results().map(row -> row.group(1).replace("\\|", "|")).toList();
    List<String> functions = Signatures.names().stream().map(FunctionTableTest::signature).toList();
    assertThat(rows).isEqualTo(functions);
  }

  @Test
  void eachFunctionCanBeComputed() {
    assertThat(Signatures.names().stream().filter(it -> !OF_THE_SURROUNDINGS.contains(it)))
        .allSatisfy(name -> assertThat(StandardFunctions.ALL).containsKey(name));
  }

  private static String written(MatchResult row) {
    String signature = signature(row.group(2)).replace("|", "\\|");
    return Matcher.quoteReplacement("| `" + signature + "` | " + row.group(3) + " |");
  }

  private static String signature(String name) {
    return Signatures.find(name).orElseThrow().toString().replace(SCALARS, "S");
  }
}
