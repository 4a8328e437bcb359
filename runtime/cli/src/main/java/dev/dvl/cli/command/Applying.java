package dev.dvl.cli.command;

import dev.dvl.cli.render.PlanText;
import dev.dvl.cli.render.Style;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.apply.Applier;
import dev.dvl.engine.apply.ApplyListener;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.Recovery;
import dev.dvl.engine.apply.Vanished;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.input.LedgerFacts;
import dev.dvl.engine.plan.input.PlanOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans a program, asks, and carries the plan out.
 *
 * <p>A stack that was applied before is locked first, and what an earlier run left open is settled;
 * a fresh one is known to nobody else, and its id is written down once the plan is agreed to.
 */
final class Applying {
  private final Invocation invocation;
  private final boolean destroy;
  private final Stopping stopping;

  Applying(Invocation invocation, boolean destroy) {
    this.invocation = invocation;
    this.destroy = destroy;
    this.stopping = new Stopping(invocation.terminal());
  }

  Exit run() throws Refusal {
    new Confirmation(invocation).possible();
    Compiling compiling = new Compiling(invocation);
    Compiled compiled = destroy ? compiling.compiled() : compiling.compiledWithSecrets();
    Planning planning = new Planning(invocation, compiled);
    planning.ledger(); // before anything is read: a wrong --state is a mistake of the command line
    try (Connections connections = planning.connections(stopping.interrupts())) {
      return compiled.identity().fresh()
          ? fresh(planning, connections)
          : known(planning, connections);
    } catch (IOException problem) {
      throw Ledgers.refusal(problem);
    }
  }

  private Exit fresh(Planning planning, Connections connections) throws Refusal, IOException {
    Plan plan = plan(planning, LedgerFacts.NONE, connections);
    boolean agreed = agreed(plan);
    if (!agreed && !isToBeNoted(plan)) {
      return notCarriedOut(planning, plan);
    }
    planning.compiled().identity().keep();
    try (Ledger ledger = planning.ledger().open()) {
      return agreed
          ? rounds(planning, plan, connections, ledger)
          : notCarriedOut(planning, plan, ledger);
    }
  }

  /** Whether a plan with nothing to do says what only a ledger can keep. */
  private static boolean isToBeNoted(Plan plan) {
    return plan.isEmpty() && !plan.triggers().isEmpty();
  }

  private Exit known(Planning planning, Connections connections) throws Refusal, IOException {
    try (Ledger ledger = planning.ledger().open()) {
      recover(planning, connections, ledger);
      Plan plan = plan(planning, ledger.recorded().facts(), connections);
      Exit exit =
          agreed(plan)
              ? rounds(planning, plan, connections, ledger)
              : notCarriedOut(planning, plan, ledger);
      strike(planning, connections, ledger);
      return exit;
    }
  }

  private void strike(Planning planning, Connections connections, Ledger ledger)
      throws IOException {
    Compiled compiled = planning.compiled();
    Set<Address> wanted = destroy ? Set.of() : compiled.program().byAddress().keySet();
    Vanished.strike(compiled.identity().stack(), compiled.program(), wanted, connections, ledger);
  }

  private static void recover(Planning planning, Connections connections, Ledger ledger)
      throws Refusal, IOException {
    Compiled compiled = planning.compiled();
    List<Diagnostic> left =
        Recovery.run(
            compiled.identity().stack(),
            compiled.program(),
            connections,
            ledger,
            ApplyListener.NONE);
    if (left.stream().anyMatch(Diagnostic::isError)) {
      throw new Refusal(ExitCodes.of(left), left, compiled.project().sources());
    }
  }

  private Plan plan(Planning planning, LedgerFacts facts, Connections connections) throws Refusal {
    PlanOptions options = planning.options();
    Plan plan = planning.plan(destroy ? options.destroying() : options, facts, connections);
    boolean sandbox = invocation.has(Options.SANDBOX);
    new Result(invocation)
        .text(() -> PlanText.render(plan, sandbox, Style.of(invocation.colourOut())));
    return plan;
  }

  private boolean agreed(Plan plan) throws IOException {
    String world = invocation.has(Options.SANDBOX) ? " in the sandbox" : "";
    String question = destroy ? "Destroy this" + world + "?" : "Apply this" + world + "?";
    return !plan.isEmpty() && new Confirmation(invocation).given(question);
  }

  private Exit notCarriedOut(Planning planning, Plan plan, Ledger ledger)
      throws Refusal, IOException {
    if (isToBeNoted(plan)) {
      Applier.noteSteady(plan, ledger);
    }
    return notCarriedOut(planning, plan);
  }

  private Exit notCarriedOut(Planning planning, Plan plan) throws Refusal {
    SourceMap sources = planning.compiled().project().sources();
    return new NotCarriedOut(invocation, plan, invocation.has(Options.SANDBOX), sources).end();
  }

  /**
   * Carries a plan out. Where machines gave no answer when it was made, and do now, the rest is
   * planned, asked for and carried out as well.
   */
  private Exit rounds(Planning planning, Plan plan, Connections connections, Ledger ledger)
      throws Refusal, IOException {
    CarryingOut first = carryingOut(planning, plan);
    Optional<Program> program = Optional.of(planning.compiled().program());
    ApplyReport report = first.walk(connections, ledger, program);
    if (!report.hasMoreToDecide()) {
      first.say(report, report);
      return first.exit(report);
    }
    first.saySo(report);
    Plan rest = plan(planning, ledger.recorded().facts(), connections);
    if (!agreed(rest)) {
      return notCarriedOut(planning, rest);
    }
    CarryingOut second = carryingOut(planning, rest);
    ApplyReport more = second.walk(connections, ledger, program);
    second.say(more, report.and(more));
    return more.hasMoreToDecide() ? Exit.FAILED : second.exit(more);
  }

  private CarryingOut carryingOut(Planning planning, Plan plan) {
    Compiled compiled = planning.compiled();
    return new CarryingOut(
        invocation,
        plan,
        compiled.kinds(),
        invocation.has(Options.SANDBOX),
        compiled.project().sources(),
        stopping);
  }
}
