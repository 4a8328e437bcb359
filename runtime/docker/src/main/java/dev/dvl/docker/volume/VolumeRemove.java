package dev.dvl.docker.volume;

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

/** {@code volume.remove}: the one that is meant, for a name may have changed its bearer. */
public record VolumeRemove(Engine engine) implements Primitive {

  @Override
  public String failing(Wanted args) {
    return "volume `" + name(args) + "` cannot be removed";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException, OpProblem {
    Optional<Json> there = engine.volume(name(args));
    Optional<String> op = args.text("op");
    if (there.isPresent()
        && op.isPresent()
        && !op.get().equals(Engine.op("volume", there.get().at("Labels")))) {
      throw Problems.notDone(
          Codes.NOT_OURS, "The volume `" + name(args) + "` is not the one that dvl made.");
    }
    if (there.isPresent()) {
      Repeatable.once(404, () -> engine.client().volumes().remove(name(args)));
    }
    return Done.NOTHING;
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    return engine.volume(name(args)).isEmpty()
        ? new Probe.Finished(Done.NOTHING)
        : new Probe.NotDone();
  }

  private static String name(Wanted args) {
    return args.text("volume").orElseThrow();
  }
}
