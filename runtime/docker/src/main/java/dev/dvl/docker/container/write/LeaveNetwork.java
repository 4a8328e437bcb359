package dev.dvl.docker.container.write;

import dev.dvl.docker.container.plan.ContainerArguments.Leave;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.util.Locale;

/** {@code network.disconnect}. What is not in the network has left it. */
record LeaveNetwork(Engine engine) implements Primitive<Leave> {

  @Override
  public Class<Leave> arguments() {
    return Leave.class;
  }

  @Override
  public String failing(Leave args) {
    return "a container cannot leave a network";
  }

  @Override
  public Done run(Leave args, Run run) throws IOException {
    String container = args.container();
    try {
      Repeatable.once(
          404,
          () ->
              engine
                  .client()
                  .networks()
                  .disconnect(args.network().known().orElseThrow().text(), container));
    } catch (EngineError e) {
      if (!e.sentence().toLowerCase(Locale.ROOT).contains("is not connected")) {
        throw e;
      }
    }
    return engine.find(MadeContainer.path(container)).map(MadeContainer::of).orElse(Done.NOTHING);
  }

  /** Leaving once more does no harm. */
  @Override
  public Probe probe(Leave args) {
    return new Probe.NotDone();
  }
}
