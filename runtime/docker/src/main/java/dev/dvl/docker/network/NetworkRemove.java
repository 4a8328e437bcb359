package dev.dvl.docker.network;

import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;

/** {@code network.remove}, by id; what is gone is gone. */
public record NetworkRemove(Engine engine) implements Primitive {

  @Override
  public String failing(Wanted args) {
    return "a network cannot be removed";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException {
    Repeatable.once(
        404, () -> engine.client().networks().remove(args.text("network").orElseThrow()));
    return Done.NOTHING;
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    return engine.network(args.text("network").orElseThrow()).isEmpty()
        ? new Probe.Finished(Done.NOTHING)
        : new Probe.NotDone();
  }
}
