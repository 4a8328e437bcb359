package dev.dvl.docker.container.write;

import dev.dvl.docker.Codes;
import dev.dvl.docker.container.plan.ContainerArguments.Removal;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.util.Optional;

/** {@code container.remove}, with its anonymous volumes. Only what carries the op that is meant. */
record RemoveContainer(DockerEngine engine) implements Primitive<Removal> {

  @Override
  public Class<Removal> arguments() {
    return Removal.class;
  }

  @Override
  public String failing(Removal args) {
    return "container `" + args.name() + "` cannot be removed";
  }

  @Override
  public Done run(Removal args, Run run) throws IOException, OpProblem {
    Optional<Json> there = engine.find(MadeContainer.path(args.container()));
    if (there.isEmpty()) {
      return Done.NOTHING;
    }
    if (Stamps.isOther(MadeContainer.KIND, there.get().at("Config", "Labels"), args.op())) {
      throw Problems.notDone(
          Codes.NOT_OURS, "The container `" + args.name() + "` is not the one that dvl made.");
    }
    String id = there.get().at("Id").text();
    Repeatable.once(
        EngineError.NOT_FOUND,
        () -> engine.client().containers().remove(id, args.force().orElse(false)));
    return Done.NOTHING;
  }

  @Override
  public Probe probe(Removal args) throws IOException {
    return engine.find(MadeContainer.path(args.container())).isEmpty()
        ? new Probe.Finished(Done.NOTHING)
        : new Probe.NotDone();
  }
}
