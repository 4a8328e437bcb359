package dev.dvl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.check.Compiled;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.lower.input.ComputationLimits;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.schema.SchemaReader;
import dev.dvl.compiler.source.SourceMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples of the pages under {@code docs/diagnostics}. */
class DiagnosticPagesTest {
  private static final Path PAGES = Path.of("../../docs/diagnostics");

  /** The codes whose examples {@link #compile} reaches. */
  private static final Pattern COVERED = Pattern.compile("(DVL[0-4][0-9]{3})\\.md");

  private static final Kinds KINDS = standardKinds();

  private static final Pattern BLOCK =
      Pattern.compile(
          "^```dvl(,fails)?(,escaped)?\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

  @TestFactory
  List<DynamicTest> examples() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      return pages
          .filter(page -> COVERED.matcher(page.getFileName().toString()).matches())
          .sorted()
          .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> check(page)))
          .toList();
    }
  }

  /** What the compiler says about a program, up to the stage that gives {@code code}. */
  private static List<Diagnostic> compile(String code, String program, PageFiles files) {
    // DVL108 is about names, and seen once all instances are there.
    if (code.startsWith("DVL108") || !files.files().isEmpty()) {
      return whole(program, files);
    }
    return switch (code.charAt(3)) {
      case '0' -> Parser.parse(new SourceMap().add("example.dvl", program)).diagnostics();
      case '1', '2' -> Compiled.of("example.dvl", program).diagnostics();
      default -> whole(program, files);
    };
  }

  /** What the whole compiler says, with the kinds that users have. */
  private static List<Diagnostic> whole(String program, PageFiles files) {
    SourceMap sources = new SourceMap();
    sources.add("example.dvl", program);
    Inputs inputs =
        new Inputs(
            Map.of(), false, Inputs.Stack.NONE, files, Optional.empty(), ComputationLimits.DEFAULT);
    return Compilation.compile(sources, KINDS, inputs).diagnostics();
  }

  private static Kinds standardKinds() {
    try (Stream<Path> files = Files.walk(Path.of("../../stdlib/kinds"))) {
      SourceMap sources = new SourceMap();
      for (Path file : files.filter(it -> it.toString().endsWith(".dvl")).sorted().toList()) {
        sources.add(file.toString(), Files.readString(file));
      }
      return SchemaReader.read(
              sources.files().stream().map(file -> Parser.parse(file).value()).toList())
          .value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(Path page) throws IOException {
    String code = page.getFileName().toString().replace(".md", "");
    String text = Files.readString(page).replace("\r\n", "\n");
    assertThat(text).startsWith("# " + code + " ");
    List<MatchResult> blocks = BLOCK.matcher(text).results().toList();
    for (MatchResult block : blocks) {
      boolean fails = block.group(1) != null;
      String program = block.group(2) == null ? block.group(3) : unescaped(block.group(3));
      assertThat(
              compile(code, program, PageFiles.of(text)).stream()
                  .map(diagnostic -> diagnostic.code().id())
                  .distinct()
                  .toList())
          .as("codes for:\n%s", program)
          .isEqualTo(fails ? List.of(code) : List.of());
    }
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
  }
}
