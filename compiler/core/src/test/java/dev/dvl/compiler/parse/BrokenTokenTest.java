package dev.dvl.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.syntax.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One token that is missing, doubled or another gives one mistake, or two: never a row of echoes.
 * Over every token of all programs that are right.
 */
class BrokenTokenTest {
  private static final int MOST = 2;

  @TestFactory
  Stream<DynamicTest> atMostTwoDiagnostics() throws IOException {
    return BrokenTokens.programs().stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    List<String> worse = new ArrayList<>();
    BrokenTokens.in(Files.readString(file), 1)
        .forEach(
            broken -> {
              int count = parse(broken.text()).diagnostics().size();
              if (count > MOST) {
                worse.add(count + " for " + line(broken.text(), broken.at()));
              }
            });
    assertThat(worse).isEmpty();
  }

  private static String line(String text, int offset) {
    int at = Math.clamp(offset, 0, text.length() - 1);
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  private static Outcome<FileTree> parse(String text) {
    return Parser.parse(new SourceMap().add("it.dvl", text));
  }
}
