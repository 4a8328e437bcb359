package dev.dvl.cli.command;

import dev.dvl.cli.json.ApplyJson;
import dev.dvl.cli.progress.Progress;
import dev.dvl.cli.progress.ProgressMode;
import dev.dvl.cli.render.OutcomeText;
import dev.dvl.cli.render.Style;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.ir.codec.ProgramJson;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.engine.apply.Applier;
import dev.dvl.engine.apply.ApplyOptions;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.Origins;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.plan.OpIds;
import dev.dvl.engine.plan.Plan;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Carries out a plan that was agreed to, tells of it while it happens, and says what came of it.
 *
 * @param sources of the program; empty where the plan was saved
 */
record CarryingOut(
    Invocation invocation,
    Plan plan,
    Kinds kinds,
    boolean sandbox,
    SourceMap sources,
    Stopping stopping) {

  /**
   * Carries it out.
   *
   * @param program that the plan was made of; empty where the plan was saved
   */
  Exit run(Connections connections, Ledger ledger, Optional<Program> program) throws Refusal {
    ApplyReport report = walk(connections, ledger, program);
    say(report, report);
    return exit(report);
  }

  /** Carries it out, and says nothing of what came of it but while it happens. */
  ApplyReport walk(Connections connections, Ledger ledger, Optional<Program> program)
      throws Refusal {
    ApplyOptions options =
        new ApplyOptions(
            parallelism(invocation),
            Clock.systemUTC(),
            new OpIds().get(),
            program.map(ProgramJson::write),
            program.map(Origins::of).orElse(Origins.NONE));
    ApplyReport report;
    try (Progress progress = progress()) {
      stopping.tell(progress::say);
      stopping.interrupts().listen();
      report = Applier.apply(plan, kinds, connections, ledger, options, progress);
    } finally {
      stopping.tell(invocation.terminal().err()::println);
    }
    return report;
  }

  private Progress progress() throws Refusal {
    return Progress.of(
        mode(invocation),
        invocation.terminal(),
        plan,
        Style.of(invocation.colourErr()),
        Clock.systemUTC());
  }

  /**
   * Says what came of it.
   *
   * @param whole with what came of earlier rounds
   */
  void say(ApplyReport report, ApplyReport whole) throws Refusal {
    Result result = new Result(invocation);
    result.json(out -> ApplyJson.write(whole, sandbox, sources, whole.diagnostics(), out));
    saySo(report);
  }

  /** Says to people what came of it. */
  void saySo(ApplyReport report) throws Refusal {
    Result result = new Result(invocation);
    if (!invocation.json()) {
      DiagnosticOutput.text(
          sources, report.diagnostics(), invocation.terminal(), invocation.colourErr());
    }
    Style style = Style.of(invocation.colourOut());
    result.text(
        () ->
            "\n"
                + OutcomeText.summary(report, sandbox, style)
                + OutcomeText.outputs(report.outputs()));
  }

  /** Who stops a run may see ops fail because of that; the run was stopped all the same. */
  Exit exit(ApplyReport report) {
    if (stopping.interrupts().asked() && report.result() == ApplyReport.Result.FAILED) {
      return Exit.INTERRUPTED;
    }
    return switch (report.result()) {
      case DONE -> Exit.DONE;
      case FAILED -> report.changes().isEmpty() ? ExitCodes.of(report.diagnostics()) : Exit.FAILED;
      case STALE -> Exit.STALE;
      case INTERRUPTED -> Exit.INTERRUPTED;
    };
  }

  static ProgressMode mode(Invocation invocation) throws Refusal {
    String word = invocation.option(Options.PROGRESS).orElse(ProgressMode.AUTO.word());
    Optional<ProgressMode> mode = ProgressMode.of(word);
    if (mode.isEmpty()) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.USAGE,
          "`--progress "
              + word
              + "` is not one of "
              + String.join(", ", ProgressMode.words())
              + ".",
          Spelling.note("a way", word, ProgressMode.words()).orElse("`auto` is the default."));
    }
    return mode.get();
  }

  /** Empty where each host's own block says it. */
  static OptionalInt parallelism(Invocation invocation) throws Refusal {
    Optional<String> text = invocation.option(Options.PARALLELISM);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.get().matches("[1-9][0-9]{0,2}")) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.USAGE,
          "`--parallelism " + text.get() + "` is no number from 1 to 999.");
    }
    return OptionalInt.of(Integer.parseInt(text.get()));
  }
}
