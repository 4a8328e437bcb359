package dev.dvl.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.SourceMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples on the pages about tests that fail: each first fails with just its code. */
class PagesTest {
  private static final Path PAGES = Path.of("../../docs/diagnostics");
  private static final Pattern BLOCK =
      Pattern.compile("^```dvl(,fails)?\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir private Path folder = Path.of("");

  @TestFactory
  List<DynamicTest> examples() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      return pages
          .filter(page -> page.getFileName().toString().matches("DVL(80(5\\d|61)|3017)\\.md"))
          .sorted()
          .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> check(page)))
          .toList();
    }
  }

  private void check(Path page) throws IOException, InterruptedException {
    String code = page.getFileName().toString().replace(".md", "");
    String text = Files.readString(page);
    assertThat(text).startsWith("# " + code + " ");
    for (MatchResult block : BLOCK.matcher(text).results().toList()) {
      Optional<String> first =
          Programs.results(new SourceMap(), block.group(2), folder).stream()
              .flatMap(it -> it.wrong().stream())
              .map(Diagnostic::code)
              .map(it -> it.id())
              .findFirst();
      assertThat(first).isEqualTo(Optional.of(code).filter(it -> block.group(1) != null));
    }
  }
}
