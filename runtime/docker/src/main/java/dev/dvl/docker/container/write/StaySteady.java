package dev.dvl.docker.container.write;

import dev.dvl.docker.container.plan.ContainerArguments.Steady;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;

/** {@code container.steady}: until a container has been good for some time without a break. */
record StaySteady(DockerEngine engine) implements Primitive<Steady> {

  @Override
  public Class<Steady> arguments() {
    return Steady.class;
  }

  @Override
  public String failing(Steady args) {
    return "container `" + args.name() + "` cannot be watched";
  }

  @Override
  public Done run(Steady args, Run run) throws IOException, OpProblem {
    SteadyJudge judge =
        new SteadyJudge(new LastWords(args.name(), new Logs(engine.api())), args.window());
    return new Watching(engine, args.name(), judge, args.window().plus(args.timeout()), run)
        .untilSettled(args.container());
  }

  /** Waiting once more is how it is found out. */
  @Override
  public Probe probe(Steady args) {
    return new Probe.NotDone();
  }
}
