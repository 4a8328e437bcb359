package dev.dvl.docker.container.write;

import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;
import java.util.Optional;

/** {@code container.remove}, with its anonymous volumes. Only what carries the op that is meant. */
public record ContainerRemove(Engine engine) implements Primitive {

  @Override
  public String failing(Wanted args) {
    return "container `" + args.text("name").orElse("") + "` cannot be removed";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException, OpProblem {
    Optional<Json> there = engine.container(args.text("container").orElseThrow());
    if (there.isEmpty()) {
      return Done.NOTHING;
    }
    Optional<String> op = args.text("op");
    if (op.isPresent()
        && !op.get().equals(Engine.op("container", there.get().at("Config", "Labels")))) {
      throw Problems.notDone(
          Codes.NOT_OURS,
          "The container `" + args.text("name").orElse("") + "` is not the one that dvl made.");
    }
    String id = there.get().at("Id").text();
    Repeatable.once(404, () -> engine.client().containers().remove(id, args.isTrue("force")));
    return Done.NOTHING;
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    return engine.container(args.text("container").orElseThrow()).isEmpty()
        ? new Probe.Finished(Done.NOTHING)
        : new Probe.NotDone();
  }
}
