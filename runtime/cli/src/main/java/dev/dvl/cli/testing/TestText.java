package dev.dvl.cli.testing;

import dev.dvl.cli.render.DiagnosticText;
import dev.dvl.cli.render.SafeText;
import dev.dvl.cli.render.Style;
import dev.dvl.compiler.source.SourceMap;
import java.util.List;

/** Results of tests for people. */
public record TestText(SourceMap sources, boolean colour) {

  /** One test: that it passes, or why it does not. */
  public String of(TestResult result) {
    Style style = Style.of(colour);
    StringBuilder text = new StringBuilder();
    text.append(result.passed() ? style.good("ok  ") : style.alarm("FAIL"));
    text.append("  ").append(SafeText.of(result.test().title())).append('\n');
    result.written().forEach(file -> text.append("      written: ").append(file).append('\n'));
    if (!result.passed()) {
      text.append(DiagnosticText.render(sources, result.wrong(), colour));
      result.differences().forEach(it -> text.append(difference(it)));
      text.append('\n');
    }
    return text.toString();
  }

  /** {@code -} is gone, {@code +} is new. */
  static String difference(String lines) {
    StringBuilder text = new StringBuilder("\n");
    lines
        .lines()
        .forEach(line -> text.append(("  " + SafeText.of(line)).stripTrailing()).append('\n'));
    return text.toString();
  }

  /** The last line. */
  public String summary(List<TestResult> results) {
    long failed = results.stream().filter(it -> !it.passed()).count();
    String line =
        results.size()
            + (results.size() == 1 ? " test: " : " tests: ")
            + (results.size() - failed)
            + " passed, "
            + failed
            + " failed.";
    return Style.of(colour).bold(line) + "\n";
  }
}
