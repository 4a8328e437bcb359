package dev.dvl.cli.command;

import dev.dvl.cli.project.FolderFiles;
import dev.dvl.cli.project.Project;
import dev.dvl.cli.project.Reason;
import dev.dvl.cli.testing.JUnitXml;
import dev.dvl.cli.testing.Snapshots;
import dev.dvl.cli.testing.TestJson;
import dev.dvl.cli.testing.TestResult;
import dev.dvl.cli.testing.TestRun;
import dev.dvl.cli.testing.TestText;
import dev.dvl.cli.world.Interrupts;
import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.lower.input.ComputationLimits;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code dvl test}: runs the tests that a program holds. */
final class TestCommand implements Command {
  private static final String FILTER = "--filter";
  private static final String JUNIT = "--junit";
  private static final String UPDATE = "--update-snapshots";
  private static final String TIMEOUT = "--timeout";
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "test";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl test examples/replicas", "dvl test --filter nine --junit tests.xml");
  }

  @Override
  public String about() {
    return """
    Runs the `test` blocks of a program, each in a made-up world of its own and several at once.
    No host is asked for anything, no secret and no variable of yours is read. Snapshots of
    plans lie in `snapshots/` beside the program; missing ones are written.\
    """;
  }

  @Override
  public void describe(Spec spec) {
    Options.path(spec);
    Options.value(spec, FILTER, "TEXT", "only tests with this text in their titles");
    Options.value(spec, JUNIT, "FILE", "the results as JUnit XML into a file");
    Options.flag(spec, UPDATE, "write snapshots anew that differ");
    Options.value(spec, TIMEOUT, "SECONDS", "how long each test may take (default: 60)");
    Options.json(spec);
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal, IOException, InterruptedException {
    Duration limit = limit(invocation);
    Outcome<Project> read = Compiling.read(invocation);
    Project project = read.value();
    if (read.hasErrors()) {
      throw new Refusal(Exit.WRONG, Compiling.unread(read), project.sources());
    }
    Kinds kinds = StandardKinds.load();
    Outcome<List<TestCase>> tests =
        Compilation.tests(project.sources(), kinds, inputs(invocation, project));
    if (tests.hasErrors()) {
      throw new Refusal(Exit.WRONG, tests.diagnostics(), project.sources());
    }
    Interrupts interrupts = interrupts(invocation);
    interrupts.listen();
    Snapshots snapshots = snapshots(invocation, project);
    TestRun run = new TestRun(project.folder(), kinds, snapshots, limit, interrupts);
    return run(invocation, project, run, chosen(invocation, tests.value()));
  }

  private static Snapshots snapshots(Invocation invocation, Project project) {
    Path path = invocation.path(invocation.operand(0).orElse(""));
    return Files.isDirectory(path)
        ? Snapshots.of(project.folder(), invocation.has(UPDATE))
        : Snapshots.ofFile(
            project.folder(), String.valueOf(path.getFileName()), invocation.has(UPDATE));
  }

  private static Exit run(Invocation invocation, Project project, TestRun run, List<TestCase> tests)
      throws Refusal, IOException, InterruptedException {
    Instant begun = Instant.now();
    Result result = new Result(invocation);
    TestText text = new TestText(project.sources(), invocation.colourOut());
    List<TestResult> results = run.run(tests, it -> result.text(() -> text.of(it)));
    result.text(() -> text.summary(results));
    result.json(out -> new TestJson(project.sources()).write(results, out));
    String name = String.valueOf(project.folder().getFileName());
    junit(invocation, new JUnitXml(project.sources(), name, begun).of(results));
    if (run.cancel().asked()) {
      return Exit.INTERRUPTED;
    }
    return results.stream().allMatch(TestResult::passed) ? Exit.DONE : Exit.FAILED;
  }

  /** The first Ctrl-C stops the tests that run, the second one leaves. */
  private static Interrupts interrupts(Invocation invocation) {
    return new Interrupts(
        () -> invocation.terminal().err().println("stopping: no more tests are begun"),
        () -> Runtime.getRuntime().halt(Exit.INTERRUPTED.code()));
  }

  /** Tests give the parameters themselves, so that they mean the same everywhere. */
  private static Inputs inputs(Invocation invocation, Project project) {
    return new Inputs(
        Map.of(),
        false,
        TestRun.STACK,
        new FolderFiles(project.folder(), invocation.terminal().folder()),
        Optional.empty(),
        ComputationLimits.DEFAULT);
  }

  private static List<TestCase> chosen(Invocation invocation, List<TestCase> tests) throws Refusal {
    Optional<String> filter = invocation.option(FILTER);
    if (filter.isEmpty()) {
      return tests;
    }
    String wanted = filter.get().toLowerCase(Locale.ROOT);
    List<TestCase> chosen =
        tests.stream().filter(it -> it.title().toLowerCase(Locale.ROOT).contains(wanted)).toList();
    if (chosen.isEmpty()) {
      List<String> titles = tests.stream().map(TestCase::title).toList();
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.NO_TEST,
          "No test has `" + filter.get() + "` in its title.",
          Spelling.note("a test", filter.get(), titles).orElse(count(titles.size())));
    }
    return chosen;
  }

  private static String count(int tests) {
    return "The program has " + (tests == 1 ? "1 test." : tests + " tests.");
  }

  private static Duration limit(Invocation invocation) throws Refusal {
    Optional<String> text = invocation.option(TIMEOUT);
    if (text.isEmpty()) {
      return USUAL_LIMIT;
    }
    if (!text.get().matches("[1-9][0-9]{0,4}")) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.USAGE,
          "`--timeout " + text.get() + "` is no number of seconds from 1 to 99999.");
    }
    return Duration.ofSeconds(Long.parseLong(text.get()));
  }

  private static void junit(Invocation invocation, String xml) throws Refusal {
    Optional<String> file = invocation.option(JUNIT);
    if (file.isEmpty()) {
      return;
    }
    if (file.get().endsWith(".dvl")) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.USAGE,
          "`--junit " + file.get() + "` would write over a program.");
    }
    try {
      Files.writeString(invocation.path(file.get()), xml);
    } catch (IOException problem) {
      throw Refusal.of(
          Exit.FAILED,
          CommandCodes.NOT_WRITTEN,
          "Writing `" + file.get() + "` failed: " + Reason.of(problem) + ".");
    }
  }
}
