package dev.dvl.cli.command;

import dev.dvl.cli.json.PlanJson;
import dev.dvl.cli.render.PlanText;
import dev.dvl.cli.render.Style;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.plan.Drift;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.input.LedgerFacts;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.engine.provider.Cancel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code dvl drift}: says what is no longer as it was applied. */
final class DriftCommand implements Command {
  /** Only looks: no danger needs to be agreed to. */
  private static final PlanOptions LOOKING =
      new PlanOptions(List.of(), List.of(), true, false, Set.of());

  @Override
  public String name() {
    return "drift";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl drift shop", "dvl drift shop --detailed-exitcode --json");
  }

  @Override
  public String about() {
    return "Says what changed behind dvl's back, and by whom where the platform remembers. Changes"
        + " nothing.";
  }

  @Override
  public void describe(Spec spec) {
    Options.path(spec);
    Options.program(spec);
    Options.world(spec);
    Options.flag(spec, Options.DETAILED, "exit with 2 where something changed");
    Options.json(spec);
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal {
    CarryingOut.mode(invocation);
    CarryingOut.parallelism(invocation);
    Compiled compiled = new Compiling(invocation).compiledWithSecrets();
    Planning planning = new Planning(invocation, compiled);
    try (Connections connections = planning.connections(Cancel.NEVER)) {
      LedgerFacts facts = PlanCommand.facts(planning);
      Outcome<Plan> outcome = planning.outcome(LOOKING, facts, connections);
      List<Diagnostic> all = new ArrayList<>(compiled.warnings());
      all.addAll(outcome.diagnostics());
      Plan drift = Drift.of(outcome.value(), facts);
      show(invocation, drift, compiled.project().sources(), all);
      if (outcome.hasErrors()) {
        return ExitCodes.of(all);
      }
      boolean changes = invocation.has(Options.DETAILED) && !drift.isEmpty();
      return changes ? Exit.CHANGES : Exit.DONE;
    }
  }

  private static void show(
      Invocation invocation, Plan drift, SourceMap sources, List<Diagnostic> diagnostics)
      throws Refusal {
    boolean sandbox = invocation.has(Options.SANDBOX);
    Result result = new Result(invocation);
    result.json(out -> PlanJson.write(drift, sandbox, sources, diagnostics, out));
    if (!drift.isEmpty() || diagnostics.stream().noneMatch(Diagnostic::isError)) {
      result.text(() -> PlanText.drift(drift, sandbox, Style.of(invocation.colourOut())));
    }
    if (!invocation.json()) {
      DiagnosticOutput.text(sources, diagnostics, invocation.terminal(), invocation.colourErr());
    }
  }
}
