package dev.dvl.docker.volume;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
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

/** {@code volume.remove}: the one that is meant, for a name may have changed its bearer. */
record RemoveVolume(DockerEngine engine) implements Primitive<VolumeRemoval> {

  @Override
  public Class<VolumeRemoval> arguments() {
    return VolumeRemoval.class;
  }

  @Override
  public String failing(VolumeRemoval args) {
    return "volume `" + args.volume() + "` cannot be removed";
  }

  /** A conflict is with a container that has it. */
  @Override
  public Code refused(VolumeRemoval args, EngineError refusal) {
    return refusal.conflict() ? Codes.IN_USE : Primitive.super.refused(args, refusal);
  }

  @Override
  public Done run(VolumeRemoval args, Run run) throws IOException, OpProblem {
    Optional<Json> there = engine.find(VolumeKind.path(args.volume()));
    if (there.isEmpty()) {
      return Done.NOTHING;
    }
    if (Stamps.isOther(VolumeKind.NAME, there.get().at("Labels"), args.op())) {
      throw Problems.notDone(
          Codes.NOT_OURS, "The volume `" + args.volume() + "` is not the one that dvl made.");
    }
    Repeatable.once(EngineError.NOT_FOUND, () -> engine.client().volumes().remove(args.volume()));
    return Done.NOTHING;
  }

  @Override
  public Probe probe(VolumeRemoval args) throws IOException {
    return engine.find(VolumeKind.path(args.volume())).isEmpty()
        ? new Probe.Finished(Done.NOTHING)
        : new Probe.NotDone();
  }
}
