package dev.dvl.cli.testing;

import dev.dvl.cli.Version;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.engine.apply.Applier;
import dev.dvl.engine.apply.ApplyListener;
import dev.dvl.engine.apply.ApplyOptions;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.Origins;
import dev.dvl.engine.apply.Recovery;
import dev.dvl.engine.apply.Vanished;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.host.Providers;
import dev.dvl.engine.host.Surroundings;
import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.Planner;
import dev.dvl.engine.plan.input.LedgerFacts;
import dev.dvl.engine.plan.input.PlanInputs;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Secrets;
import dev.dvl.sandbox.SandboxFaults;
import dev.dvl.sandbox.SandboxProvider;
import dev.dvl.sandbox.scenario.OrderedFaults;
import dev.dvl.sandbox.scenario.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The made-up world of one test: objects and a ledger in a folder of its own. It knows neither the
 * environment nor the home of the user, and its only provider is the sandbox; of the project it
 * reads the files that objects are made from. Equal tests find equal worlds: ids count from 1.
 */
final class TestWorld {
  static final Stack STACK = new Stack("0000000000007e57", "default");

  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final PlanOptions OPTIONS = PlanOptions.NONE.allowing(Set.of("data_loss"));

  private final Path project;
  private final Path folder;
  private final Kinds kinds;
  private final Cancel cancel;
  private final OrderedFaults faults = new OrderedFaults();
  private final AtomicLong ids = new AtomicLong();

  /**
   * @param project of the program
   * @param folder an empty one for this world
   */
  TestWorld(Path project, Path folder, Kinds kinds, Cancel cancel) {
    this.project = project;
    this.folder = folder;
    this.kinds = kinds;
    this.cancel = cancel;
  }

  OrderedFaults faults() {
    return faults;
  }

  /** Secrets that a test does not give are made up. */
  static Secrets secrets(Map<String, String> given) {
    return name -> Optional.of(given.getOrDefault(name, "made up for " + name));
  }

  Outcome<Plan> plan(Program program, Secrets secrets) throws IOException {
    try (Connections connections = connections(secrets)) {
      return plan(program, FileLedger.peek(folder, STACK).facts(), connections);
    }
  }

  private Outcome<Plan> plan(Program program, LedgerFacts facts, Connections connections) {
    PlanInputs inputs = new PlanInputs(STACK, OPTIONS, facts, this::id, Version.NUMBER);
    return Planner.plan(program, kinds, inputs, connections);
  }

  private String id() {
    return "%012x".formatted(ids.incrementAndGet());
  }

  /** Carries the program out, as a run of {@code dvl apply} does; says what went wrong. */
  List<Diagnostic> apply(Program program, Secrets secrets) throws IOException {
    try (Ledger ledger = FileLedger.open(folder, STACK, folder.resolve("locks"));
        Connections connections = connections(secrets)) {
      List<Diagnostic> left = Recovery.run(STACK, program, connections, ledger, ApplyListener.NONE);
      return hasErrors(left) ? left : apply(program, connections, ledger);
    }
  }

  private List<Diagnostic> apply(Program program, Connections connections, Ledger ledger)
      throws IOException {
    Outcome<Plan> plan = plan(program, ledger.recorded().facts(), connections);
    if (!plan.hasErrors() && plan.value().isEmpty()) {
      Applier.noteSteady(plan.value(), ledger);
    }
    if (plan.hasErrors() || plan.value().isEmpty()) {
      return plan.diagnostics().stream().filter(Diagnostic::isError).toList();
    }
    ApplyOptions options =
        new ApplyOptions(OptionalInt.empty(), CLOCK, id(), Optional.empty(), Origins.of(program));
    ApplyReport report =
        Applier.apply(plan.value(), kinds, connections, ledger, options, ApplyListener.NONE);
    Vanished.strike(STACK, program, program.byAddress().keySet(), connections, ledger);
    return report.diagnostics().stream().filter(Diagnostic::isError).toList();
  }

  private static boolean hasErrors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  private Connections connections(Secrets secrets) {
    SandboxProvider sandbox =
        new SandboxProvider(
            SandboxFaults.of(faults, Pace.NONE), Pace.NONE, Optional.of(folder.resolve("objects")));
    Surroundings surroundings =
        new Surroundings(Map.of(), folder.resolve("home"), project, secrets, cancel);
    return new Connections(Providers.only(sandbox), surroundings, StandardFunctions.EVALUATOR);
  }
}
