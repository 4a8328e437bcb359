package dev.dvl.sandbox;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.sandbox.scenario.Effect;
import dev.dvl.sandbox.scenario.Fate;
import dev.dvl.sandbox.scenario.Pace;
import dev.dvl.sandbox.scenario.ScenarioCodes;
import dev.dvl.sandbox.scenario.Script;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets happen what a scenario says. A connection that was cut stays so for the op until the run
 * ends: the next run finds out what became of it.
 */
final class Playing implements SandboxFaults {
  private static final int PARTS = 10;

  private final Script script;
  private final Pace pace;
  private final Set<String> toCut = ConcurrentHashMap.newKeySet();
  private final Set<String> cut = ConcurrentHashMap.newKeySet();

  Playing(Script script, Pace pace) {
    this.script = script;
    this.pace = pace;
  }

  @Override
  public void before(Op op, Run run) throws OpProblem {
    Effect effect = script.next(op);
    Optional<Duration> lasts = Lasting.of(op.args());
    if (effect.takes().isPresent()) {
      pass(effect.takes().get(), "as the scenario says", run);
    } else if (lasts.isPresent()) {
      pass(lasts.get(), "as long as the program says", run);
    }
    if (effect.fate().isPresent()) {
      switch (effect.fate().get()) {
        case Fate.Fails(String why) ->
            throw problem(ScenarioCodes.FAILED, why + ".", OpProblem.Outcome.NOT_DONE);
        case Fate.Cut ignored -> toCut.add(op.id());
      }
    }
  }

  private void pass(Duration time, String why, Run run) throws OpProblem {
    for (int part = 0; part < PARTS; part++) {
      run.progress(why, OptionalDouble.of((double) part / PARTS));
      if (!pace.pass(time.dividedBy(PARTS), run.cancel())) {
        throw problem(
            ScenarioCodes.CANCELLED, "It was stopped half-way.", OpProblem.Outcome.CANCELLED);
      }
    }
  }

  @Override
  public void after(Op op) throws OpProblem {
    if (toCut.remove(op.id())) {
      cut.add(op.id());
      throw problem(
          ScenarioCodes.CUT,
          "The connection was lost before the answer came.",
          OpProblem.Outcome.UNCLEAR);
    }
  }

  @Override
  public void probing(Op op) throws HostProblem {
    if (cut.contains(op.id())) {
      throw new HostProblem(ScenarioCodes.CUT, "The connection is lost.");
    }
  }

  private static OpProblem problem(Code code, String sentence, OpProblem.Outcome outcome) {
    return new OpProblem(code, sentence, List.of(), outcome);
  }
}
