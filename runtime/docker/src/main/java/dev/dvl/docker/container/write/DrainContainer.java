package dev.dvl.docker.container.write;

import dev.dvl.docker.container.plan.ContainerArguments.Drain;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.OptionalDouble;

/** {@code container.drain}: lets time pass, in which an old container ends what it has begun. */
record DrainContainer() implements Primitive<Drain> {

  @Override
  public Class<Drain> arguments() {
    return Drain.class;
  }

  @Override
  public String failing(Drain args) {
    return "container `" + args.name() + "` cannot end what it has begun";
  }

  @Override
  public Done run(Drain args, Run run) throws IOException, OpProblem {
    run.progress("the old one ends what it has begun", OptionalDouble.empty());
    try {
      if (!run.cancel().letPass(args.time())) {
        throw Problems.cancelled("the old container `" + args.name() + "` still runs");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the wait was interrupted");
    }
    return Done.NOTHING;
  }

  /** Waiting once more does no harm. */
  @Override
  public Probe probe(Drain args) {
    return new Probe.NotDone();
  }
}
