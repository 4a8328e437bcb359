package dev.dvl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.check.Checker;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.load.Modules;
import dev.dvl.compiler.lower.Lowering;
import dev.dvl.compiler.lower.input.ComputationLimits;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.input.ProjectFiles;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.resolve.Resolver;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.validate.Validation;
import dev.dvl.engine.apply.Applier;
import dev.dvl.engine.apply.ApplyListener;
import dev.dvl.engine.apply.ApplyOptions;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.Origins;
import dev.dvl.engine.apply.Recovery;
import dev.dvl.engine.apply.Stop;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.host.Providers;
import dev.dvl.engine.host.Surroundings;
import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.OpIds;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.Planner;
import dev.dvl.engine.plan.input.LedgerFacts;
import dev.dvl.engine.plan.input.PlanInputs;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.engine.provider.Provider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Plans and applies programs given as text on one provider, in a folder of its own. Each call opens
 * connections anew, as a run of the command line does.
 */
public final class Bench {
  private final Kinds kinds;
  private final Path folder;
  private final Map<String, String> secrets = new HashMap<>();
  private Provider provider;
  private Stack stack;
  private Supplier<String> ids = new OpIds();
  private Map<String, String> environment = System.getenv();
  private ApplyListener listener = ApplyListener.NONE;
  private Stop stop = new Stop();
  private PlanOptions options = PlanOptions.NONE;
  private Origins origins = Origins.NONE;

  public Bench(Kinds kinds, Provider provider, Stack stack, Path folder) {
    this.kinds = kinds;
    this.provider = provider;
    this.stack = stack;
    this.folder = folder;
  }

  public Bench secret(String name, String value) {
    secrets.put(name, value);
    return this;
  }

  public Bench provider(Provider other) {
    provider = other;
    return this;
  }

  public Bench stack(Stack other) {
    stack = other;
    return this;
  }

  public Bench ids(Supplier<String> fresh) {
    ids = fresh;
    return this;
  }

  public Bench environment(Map<String, String> variables) {
    environment = variables;
    return this;
  }

  public Bench listener(ApplyListener told) {
    listener = told;
    return this;
  }

  public Bench stop(Stop asked) {
    stop = asked;
    return this;
  }

  public Bench options(PlanOptions asked) {
    options = asked;
    return this;
  }

  /** Agrees that data may be lost: for tests about something else. */
  public Bench losingData() {
    return options(options.allowing(Set.of(Impact.DATA_LOSS.word())));
  }

  public Kinds kinds() {
    return kinds;
  }

  public Stack stack() {
    return stack;
  }

  public Path folder() {
    return folder;
  }

  /** The program in {@code text}, which must be right; applies that follow point into it. */
  public Program compile(String text) {
    Outcome<Program> lowered = lowered(text);
    assertThat(lowered.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    origins = Origins.of(lowered.value());
    return lowered.value();
  }

  /** The program in {@code text}, and all that {@code check} says of it. */
  public Outcome<Program> checked(String text) {
    Outcome<Program> lowered = lowered(text);
    return lowered.hasErrors()
        ? lowered
        : lowered.with(Validation.validate(lowered.value(), kinds).diagnostics());
  }

  private Outcome<Program> lowered(String text) {
    SourceMap sources = new SourceMap();
    List<Diagnostic> diagnostics = new ArrayList<>();
    var tree = Parser.parse(sources.add("bench.dvl", text));
    diagnostics.addAll(tree.diagnostics());
    var names = Resolver.resolve(Modules.of(List.of(tree.value())), kinds);
    diagnostics.addAll(names.diagnostics());
    var types = Checker.check(names.value(), kinds);
    diagnostics.addAll(types.diagnostics());
    Inputs inputs =
        new Inputs(
            Map.of(),
            false,
            new Inputs.Stack(stack.id(), stack.name()),
            ProjectFiles.NONE,
            Optional.of((name, variable) -> secrets.containsKey(name)),
            ComputationLimits.DEFAULT);
    var lowered = Lowering.lower(names.value(), types.value(), inputs);
    diagnostics.addAll(lowered.diagnostics());
    return new Outcome<>(lowered.value().program(), diagnostics);
  }

  public Connections connections() {
    Surroundings surroundings =
        new Surroundings(
            environment,
            folder.resolve("home"),
            folder,
            name -> Optional.ofNullable(secrets.get(name)),
            stop);
    return new Connections(Providers.only(provider), surroundings, StandardFunctions.EVALUATOR);
  }

  public Outcome<Plan> planOutcome(String text) throws IOException {
    return planOutcome(compile(text));
  }

  public Outcome<Plan> planOutcome(Program program) throws IOException {
    LedgerFacts facts = FileLedger.peek(folder, stack).facts();
    try (Connections connections = connections()) {
      PlanInputs inputs = new PlanInputs(stack, options, facts, ids, "test");
      return Planner.plan(program, kinds, inputs, connections);
    }
  }

  /** The plan of a program; there must be no error. */
  public Plan plan(String text) throws IOException {
    Outcome<Plan> outcome = planOutcome(text);
    assertThat(outcome.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    return outcome.value();
  }

  /** What a plan to destroy says where nothing is agreed to. */
  public Outcome<Plan> destroyOutcome(String text) throws IOException {
    PlanOptions before = options;
    options = options.destroying();
    try {
      return planOutcome(text);
    } finally {
      options = before;
    }
  }

  /** The plan that destroys all of a program. */
  public Plan planDestroy(String text) throws IOException {
    PlanOptions before = options;
    options = options.allowing(Set.of(Impact.DATA_LOSS.word())).destroying();
    try {
      return plan(text);
    } finally {
      options = before;
    }
  }

  /** The plan of a program that may lose data. */
  public Plan planLosing(String text) throws IOException {
    PlanOptions before = options;
    try {
      return losingData().plan(text);
    } finally {
      options = before;
    }
  }

  public ApplyReport apply(Plan plan) throws IOException {
    try (Ledger ledger = FileLedger.open(folder, stack, state())) {
      return apply(plan, ledger);
    }
  }

  public ApplyReport apply(Plan plan, Ledger ledger) {
    try (Connections connections = connections()) {
      return Applier.apply(
          plan, kinds, connections, ledger, ApplyOptions.of(ids.get(), origins), listener);
    }
  }

  /** Plans and applies; everything must go well. */
  public ApplyReport applied(String text) throws IOException {
    ApplyReport report = apply(plan(text));
    assertThat(report.diagnostics()).isEmpty();
    assertThat(report.result()).isEqualTo(ApplyReport.Result.DONE);
    return report;
  }

  /** Finds out what an earlier run left, as every apply does first. */
  public List<Diagnostic> recover(String text) throws IOException {
    try (Ledger ledger = FileLedger.open(folder, stack, state());
        Connections connections = connections()) {
      return Recovery.run(stack, compile(text), connections, ledger, listener);
    }
  }

  /** Where the locks lie. */
  public Path state() {
    return folder.resolve("state");
  }
}
