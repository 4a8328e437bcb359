package dev.dvl.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.lower.input.ComputationLimits;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.input.ProjectFiles;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles programs with tests, and runs these. */
final class Programs {
  static final Kinds KINDS = StandardKinds.load();

  private static final Inputs INPUTS =
      new Inputs(
          Map.of(),
          false,
          TestRun.STACK,
          ProjectFiles.NONE,
          Optional.empty(),
          ComputationLimits.DEFAULT);

  private Programs() {}

  static List<TestCase> compile(SourceMap sources, String text) {
    sources.add("program.dvl", text);
    Outcome<List<TestCase>> tests = Compilation.tests(sources, KINDS, INPUTS);
    assertThat(tests.diagnostics()).isEmpty();
    return tests.value();
  }

  static TestRun run(Path folder, Duration limit, Cancel cancel) {
    return new TestRun(folder, KINDS, Snapshots.of(folder, false), limit, cancel);
  }

  /** The results of all tests of a program. */
  static List<TestResult> results(SourceMap sources, String text, Path folder)
      throws IOException, InterruptedException {
    return run(folder, Duration.ofMinutes(1), Cancel.NEVER)
        .run(compile(sources, text), ignored -> {});
  }
}
