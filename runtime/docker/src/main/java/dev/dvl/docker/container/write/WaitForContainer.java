package dev.dvl.docker.container.write;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.container.plan.ContainerArguments.Wait;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.ContainerWaitUntil;
import java.io.IOException;

/**
 * {@code container.wait}: until a container has started, is healthy, or has completed. Looks once
 * when it begins, and then only when the engine tells that something happened to the container.
 */
record WaitForContainer(DockerEngine engine) implements Primitive<Wait> {
  @Override
  public Class<Wait> arguments() {
    return Wait.class;
  }

  @Override
  public String failing(Wait args) {
    return "container `" + args.name() + "` cannot be waited for";
  }

  @Override
  public Done run(Wait args, Run run) throws IOException, OpProblem {
    Verdicts verdicts =
        new Verdicts(
            args.name(), ContainerWaitUntil.of(Value.text(args.until())), new Logs(engine.api()));
    return new Watching(engine, args.name(), verdicts, args.timeout(), run)
        .untilSettled(args.container());
  }

  /** Waiting once more is how it is found out. */
  @Override
  public Probe probe(Wait args) {
    return new Probe.NotDone();
  }
}
