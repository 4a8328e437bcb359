package dev.dvl.docker.container.write;

import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;
import java.util.Locale;

/** {@code network.disconnect}. What is not in the network has left it. */
public record NetworkDisconnect(Engine engine) implements Primitive {

  @Override
  public String failing(Wanted args) {
    return "a container cannot leave a network";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException {
    String container = args.text("container").orElseThrow();
    try {
      Repeatable.once(
          404,
          () ->
              engine.client().networks().disconnect(args.text("network").orElseThrow(), container));
    } catch (EngineError e) {
      if (!e.sentence().toLowerCase(Locale.ROOT).contains("is not connected")) {
        throw e;
      }
    }
    return engine.container(container).map(MadeContainer::of).orElse(Done.NOTHING);
  }

  /** Leaving once more does no harm. */
  @Override
  public Probe probe(Wanted args) {
    return new Probe.NotDone();
  }
}
