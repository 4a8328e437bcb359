package dev.dvl.docker.network;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;

/** {@code network.remove}, by id; what is gone is gone. */
record RemoveNetwork(DockerEngine engine) implements Primitive<NetworkRemoval> {

  @Override
  public Class<NetworkRemoval> arguments() {
    return NetworkRemoval.class;
  }

  @Override
  public String failing(NetworkRemoval args) {
    return "a network cannot be removed";
  }

  /** What containers are in may not go. */
  @Override
  public Code refused(NetworkRemoval args, EngineError refusal) {
    return refusal.forbidden() ? Codes.IN_USE : Primitive.super.refused(args, refusal);
  }

  @Override
  public Done run(NetworkRemoval args, Run run) throws IOException {
    Repeatable.once(EngineError.NOT_FOUND, () -> engine.client().networks().remove(args.network()));
    return Done.NOTHING;
  }

  @Override
  public Probe probe(NetworkRemoval args) throws IOException {
    return engine.find(NetworkKind.path(args.network())).isEmpty()
        ? new Probe.Finished(Done.NOTHING)
        : new Probe.NotDone();
  }
}
