package dev.dvl.cli.command;

import dev.dvl.cli.parameters.GivenSecrets;
import dev.dvl.cli.project.Reason;
import dev.dvl.cli.render.PlanText;
import dev.dvl.cli.render.Style;
import dev.dvl.cli.world.SavedPlan;
import dev.dvl.cli.world.StackIdentity;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Carries out a plan that was saved: just it, or nothing. */
final class ApplyingSaved {
  private static final List<String> ONLY_WHEN_PLANNING =
      List.of(
          Options.PARAM,
          Options.PARAMS,
          Options.STACK,
          Options.TARGET,
          Options.EXCLUDE,
          Options.ALLOW);

  private final Invocation invocation;
  private final Path file;
  private final Stopping stopping;

  ApplyingSaved(Invocation invocation, Path file) {
    this.invocation = invocation;
    this.file = file;
    this.stopping = new Stopping(invocation.terminal());
  }

  /** Whether an operand is a plan and not a program. */
  static boolean fits(Path path) {
    return Files.isRegularFile(path) && !path.toString().endsWith(".dvl");
  }

  /** That the plan was saved and named is agreement enough. */
  Exit run() throws Refusal {
    for (String option : ONLY_WHEN_PLANNING) {
      if (invocation.has(option)) {
        throw refused("`" + option + "` counts when a plan is made; this one is made already.");
      }
    }
    SavedPlan saved = load();
    StackIdentity identity = identity(saved);
    Outcome<GivenSecrets> secrets = Compiling.secrets(invocation);
    if (secrets.hasErrors()) {
      throw new Refusal(Exit.WRONG, secrets.diagnostics(), new SourceMap());
    }
    try (Connections connections = connections(saved, secrets.value())) {
      return carryOut(saved, identity, connections);
    } catch (IOException problem) {
      throw Ledgers.refusal(problem);
    }
  }

  private Connections connections(SavedPlan saved, GivenSecrets secrets) {
    return Planning.connections(
        invocation,
        saved.folder(),
        saved.sandbox(),
        Planning.secrets(secrets, saved.variables()),
        stopping.interrupts());
  }

  private Exit carryOut(SavedPlan saved, StackIdentity identity, Connections connections)
      throws Refusal, IOException {
    Plan plan = saved.plan();
    new Result(invocation)
        .text(() -> PlanText.render(plan, saved.sandbox(), Style.of(invocation.colourOut())));
    if (plan.isEmpty()) {
      return new NotCarriedOut(invocation, plan, saved.sandbox(), new SourceMap()).end();
    }
    identity.keep();
    try (Ledger ledger = Planning.ledger(invocation, saved.folder(), identity.stack()).open()) {
      if (!ledger.recorded().open().isEmpty()) {
        throw Refusal.of(
            Exit.STALE,
            CommandCodes.PLAN_FILE,
            "An earlier run did not end; `dvl apply` with the program finds out what became of"
                + " it.");
      }
      return new CarryingOut(
              invocation, plan, StandardKinds.load(), saved.sandbox(), new SourceMap(), stopping)
          .run(connections, ledger, Optional.empty());
    }
  }

  private SavedPlan load() throws Refusal {
    try {
      SavedPlan saved = SavedPlan.load(file);
      if (!Files.isDirectory(saved.folder())) {
        throw refused("The folder of its program, " + saved.folder() + ", is not there.");
      }
      return saved;
    } catch (IOException problem) {
      throw refused("`" + file + "` cannot be read as a plan: " + Reason.of(problem) + ".");
    }
  }

  /** The stack of the plan, which must be that of the program's folder, if that has one yet. */
  private static StackIdentity identity(SavedPlan saved) throws Refusal {
    Stack stack = saved.plan().stack();
    try {
      StackIdentity now =
          StackIdentity.of(saved.folder(), saved.sandbox(), Optional.of(stack.name()));
      if (!now.fresh() && !now.stack().id().equals(stack.id())) {
        throw Refusal.of(
            Exit.STALE,
            CommandCodes.PLAN_FILE,
            "The plan was made for another stack than that of " + saved.folder() + ".");
      }
      return new StackIdentity(stack, now.folder(), now.fresh());
    } catch (IOException damaged) {
      throw Refusal.of(Exit.WRONG, CommandCodes.STACK_FILE, Reason.withFile(damaged) + ".");
    }
  }

  private static Refusal refused(String sentence) {
    return Refusal.of(Exit.WRONG, CommandCodes.PLAN_FILE, sentence);
  }
}
