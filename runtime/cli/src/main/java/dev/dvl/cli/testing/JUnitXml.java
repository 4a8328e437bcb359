package dev.dvl.cli.testing;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.source.SourceMap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Results of tests in the XML that JUnit's task for Ant writes and that build servers read. Signs
 * that XML cannot hold are written as {@code \\u{…}}.
 *
 * @param module what the suite is called
 * @param begun when the tests were begun
 */
public record JUnitXml(SourceMap sources, String module, Instant begun) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  public String of(List<TestResult> results) {
    long failed = results.stream().filter(it -> !it.passed()).count();
    Duration time = results.stream().map(TestResult::took).reduce(Duration.ZERO, Duration::plus);
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites>\n  <testsuite");
    attribute(xml, "package", "dvl");
    attribute(xml, "id", "0");
    attribute(xml, "name", module);
    attribute(xml, "timestamp", TIME.format(begun));
    attribute(xml, "hostname", "localhost");
    attribute(xml, "tests", Integer.toString(results.size()));
    attribute(xml, "failures", Long.toString(failed));
    attribute(xml, "errors", "0");
    attribute(xml, "time", seconds(time));
    xml.append(">\n    <properties/>\n");
    results.forEach(result -> test(xml, result));
    return xml.append("    <system-out/>\n    <system-err/>\n  </testsuite>\n</testsuites>\n")
        .toString();
  }

  private void test(StringBuilder xml, TestResult result) {
    xml.append("    <testcase");
    attribute(xml, "name", result.test().title());
    attribute(xml, "classname", module);
    attribute(xml, "time", seconds(result.took()));
    if (result.passed()) {
      xml.append("/>\n");
      return;
    }
    Diagnostic first = result.wrong().getFirst();
    xml.append(">\n      <failure");
    attribute(xml, "message", message(first));
    attribute(xml, "type", first.code().id());
    StringBuilder text = new StringBuilder(TextRenderer.render(sources, result.wrong(), false));
    result.differences().forEach(it -> text.append(TestText.difference(it)));
    xml.append('>').append(escaped(text.toString(), false)).append("</failure>\n    </testcase>\n");
  }

  private static String message(Diagnostic diagnostic) {
    return diagnostic
        .primary()
        .map(label -> label.text())
        .orElseGet(() -> diagnostic.code().headline());
  }

  private static String seconds(Duration time) {
    return "%.3f".formatted(time.toNanos() / 1e9);
  }

  private static void attribute(StringBuilder xml, String name, String value) {
    xml.append(' ').append(name).append("=\"").append(escaped(value, true)).append('"');
  }

  /** In attributes, readers take ends of lines for blanks where they are not escaped. */
  private static String escaped(String text, boolean attribute) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (attribute && (point == '\n' || point == '\t')) {
                out.append("&#").append(point).append(';');
              } else {
                append(out, point);
              }
            });
    return out.toString();
  }

  private static void append(StringBuilder out, int point) {
    switch (point) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\n', '\t' -> out.appendCodePoint(point);
      default -> {
        if (isXml(point)) {
          out.appendCodePoint(point);
        } else {
          out.append("\\u{").append(Integer.toHexString(point)).append('}');
        }
      }
    }
  }

  /** Whether XML 1.0 can hold a sign. */
  private static boolean isXml(int point) {
    return (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
