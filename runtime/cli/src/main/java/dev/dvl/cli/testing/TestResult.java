package dev.dvl.cli.testing;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.TestCase;
import java.time.Duration;
import java.util.List;

/**
 * What came of one test.
 *
 * @param wrong why it fails; nothing where it passes
 * @param differences how plans differ from their snapshots, each line by line
 * @param written snapshots that were written
 * @param took on the clock on the wall
 */
public record TestResult(
    TestCase test,
    List<Diagnostic> wrong,
    List<String> differences,
    List<String> written,
    Duration took) {
  public TestResult {
    wrong = List.copyOf(wrong);
    differences = List.copyOf(differences);
    written = List.copyOf(written);
  }

  public boolean passed() {
    return wrong.isEmpty();
  }
}
