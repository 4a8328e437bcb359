package dev.dvl.docker.volume;

import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Made;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code volume.create}. The engine answers with success and an older volume where there is one of
 * that name, so the op is read back.
 */
public record VolumeCreate(Engine engine) implements Primitive {

  @Override
  public String failing(Wanted args) {
    return "volume `" + name(args) + "` cannot be created";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException, OpProblem {
    Wanted want = Wanted.of(args.value("want"));
    Map<String, String> labels = new LinkedHashMap<>(want.textMap("labels"));
    labels.putAll(args.textMap("stamp"));
    engine
        .client()
        .volumes()
        .create(name(args), labels, want.text("driver"), want.textMap("options"));
    Json volume = engine.api().get("/volumes/" + Call.encode(name(args)));
    if (!isOurs(volume, args)) {
      throw Problems.notDone(
          Codes.NOT_OURS, "There is a volume `" + name(args) + "` already, which is not ours.");
    }
    return done(volume);
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    Optional<Json> there = engine.volume(name(args));
    return there
        .filter(it -> isOurs(it, args))
        .<Probe>map(it -> new Probe.Finished(done(it)))
        .orElseGet(Probe.NotDone::new);
  }

  private static boolean isOurs(Json volume, Wanted args) {
    return Engine.op("volume", volume.at("Labels")).equals(Made.op("volume", args));
  }

  private static Done done(Json volume) {
    String name = volume.at("Name").text();
    return Made.object("volume", name, name, Volume.show(volume));
  }

  private static String name(Wanted args) {
    return args.text("name").orElseThrow();
  }
}
