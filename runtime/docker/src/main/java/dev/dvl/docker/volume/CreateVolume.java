package dev.dvl.docker.volume;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.Creation;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Made;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.VolumeSpec;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code volume.create}. The engine answers with success and an older volume where there is one of
 * that name, so the op is read back.
 */
record CreateVolume(DockerEngine engine) implements Primitive<Creation> {

  @Override
  public Class<Creation> arguments() {
    return Creation.class;
  }

  @Override
  public String failing(Creation args) {
    return "volume `" + args.name() + "` cannot be created";
  }

  /** What is not found is a driver: there is no object that was there before. */
  @Override
  public Code refused(Creation args, EngineError refusal) {
    return Codes.CALL;
  }

  @Override
  public Done run(Creation args, Run run) throws IOException, OpProblem {
    VolumeSpec want = VolumeSpec.of(args.want().fields());
    Map<String, String> labels = Stamps.onto(want.labels().orElse(new TreeMap<>()), args.stamp());
    Map<String, String> options = want.options().orElse(new TreeMap<>());
    engine.client().volumes().create(args.name(), labels, want.driver(), options);
    Json volume = engine.api().get(VolumeKind.path(args.name()));
    if (!isOurs(volume, args)) {
      throw Problems.notDone(
          Codes.NOT_OURS, "There is a volume `" + args.name() + "` already, which is not ours.");
    }
    return done(volume);
  }

  @Override
  public Probe probe(Creation args) throws IOException {
    return engine
        .find(VolumeKind.path(args.name()))
        .filter(it -> isOurs(it, args))
        .<Probe>map(it -> new Probe.Finished(done(it)))
        .orElseGet(Probe.NotDone::new);
  }

  private static boolean isOurs(Json volume, Creation args) {
    return Stamps.isBorn(VolumeKind.NAME, volume.at("Labels"), args.stamp());
  }

  private static Done done(Json volume) {
    String name = volume.at("Name").text();
    return Made.object(VolumeKind.NAME, name, name, Volume.show(volume));
  }
}
