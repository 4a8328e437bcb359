package dev.dvl.cli.command;

import dev.dvl.cli.json.PlanJson;
import dev.dvl.cli.project.Reason;
import dev.dvl.cli.render.PlanText;
import dev.dvl.cli.render.Style;
import dev.dvl.cli.world.SavedPlan;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.input.LedgerFacts;
import dev.dvl.engine.provider.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code dvl plan}: shows what apply would do, and does none of it. */
final class PlanCommand implements Command {
  @Override
  public String name() {
    return "plan";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "dvl plan examples/quickstart --sandbox", "dvl plan -o shop.plan && dvl apply shop.plan");
  }

  @Override
  public String about() {
    return "Compares a program with what is there, and shows what apply would do. Changes nothing.";
  }

  @Override
  public void describe(Spec spec) {
    Options.path(spec);
    Options.program(spec);
    Options.world(spec);
    Options.selection(spec);
    Options.value(spec, Options.OUT, "FILE", "save the plan, for dvl apply FILE");
    Options.flag(spec, Options.REFRESH_ONLY, "only show what differs");
    Options.flag(spec, Options.DETAILED, "exit with 2 where there are changes");
    Options.json(spec);
  }

  /** A plan over a program would lose the program, and could not be applied. */
  private static void noProgram(String file) throws Refusal {
    if (file.endsWith(".dvl")) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.USAGE,
          "`-o " + file + "` is the name of a program; a plan is called otherwise: `shop.plan`.");
    }
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal {
    if (invocation.option(Options.OUT).isPresent()) {
      noProgram(invocation.option(Options.OUT).get());
    }
    CarryingOut.mode(invocation);
    CarryingOut.parallelism(invocation);
    Compiled compiled = new Compiling(invocation).compiledWithSecrets();
    Planning planning = new Planning(invocation, compiled);
    try (Connections connections = planning.connections(Cancel.NEVER)) {
      Outcome<Plan> outcome = planning.outcome(planning.options(), facts(planning), connections);
      List<Diagnostic> all = new ArrayList<>(compiled.warnings());
      all.addAll(outcome.diagnostics());
      show(invocation, outcome.value(), compiled.project().sources(), all);
      if (outcome.hasErrors()) {
        return ExitCodes.of(all);
      }
      save(invocation, compiled, outcome.value());
      boolean changes = invocation.has(Options.DETAILED) && !outcome.value().isEmpty();
      return changes ? Exit.CHANGES : Exit.DONE;
    }
  }

  static LedgerFacts facts(Planning planning) throws Refusal {
    try {
      return planning.compiled().identity().fresh() ? LedgerFacts.NONE : planning.ledger().facts();
    } catch (IOException problem) {
      throw Ledgers.refusal(problem);
    }
  }

  private static void show(
      Invocation invocation, Plan plan, SourceMap sources, List<Diagnostic> diagnostics)
      throws Refusal {
    boolean sandbox = invocation.has(Options.SANDBOX);
    Result result = new Result(invocation);
    result.json(out -> PlanJson.write(plan, sandbox, sources, diagnostics, out));
    if (!plan.changes().isEmpty() || diagnostics.stream().noneMatch(Diagnostic::isError)) {
      result.text(() -> PlanText.render(plan, sandbox, Style.of(invocation.colourOut())));
    }
    if (!invocation.json()) {
      DiagnosticOutput.text(sources, diagnostics, invocation.terminal(), invocation.colourErr());
    }
  }

  private static void save(Invocation invocation, Compiled compiled, Plan plan) throws Refusal {
    Optional<String> name = invocation.option(Options.OUT);
    if (name.isEmpty()) {
      return;
    }
    Path file = invocation.path(name.get());
    boolean sandbox = invocation.has(Options.SANDBOX);
    try {
      new SavedPlan(compiled.project().folder(), sandbox, compiled.variables(), plan).save(file);
      invocation.terminal().err().println("saved: dvl apply " + name.get());
    } catch (IOException e) {
      throw Refusal.of(
          Exit.FAILED,
          CommandCodes.NOT_WRITTEN,
          "The plan cannot be saved in `" + name.get() + "`: " + Reason.of(e) + ".");
    }
  }
}
