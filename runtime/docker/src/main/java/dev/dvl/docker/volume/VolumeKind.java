package dev.dvl.docker.volume;

import dev.dvl.docker.kind.AnewPlan;
import dev.dvl.docker.kind.DockerKind;
import dev.dvl.docker.kind.Entries;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Reading;
import dev.dvl.docker.kind.Site;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.stdlib.KindName;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Volumes. One cannot be changed; whether it may be made anew, and its data be lost, others
 * decided.
 */
public final class VolumeKind implements DockerKind {
  /** The call that makes one. */
  public static final String CREATE = "volume.create";

  static final String NAME = KindName.VOLUME.word();
  private static final AnewPlan PLAN =
      new AnewPlan(CREATE, "volume.remove", VolumeRemoval::of, false);
  private static final Entries ENTRIES =
      new Entries(
          NAME,
          "/volumes",
          Map.of(),
          answer -> answer.at("Volumes").elements(),
          entry -> entry.at("Name").text());

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Live> live(Reading reading) throws IOException {
    return ENTRIES.read(reading).stream().map(it -> live(it, reading)).toList();
  }

  /** Its name is its id. */
  private static Live live(Json volume, Reading reading) {
    String name = volume.at("Name").text();
    return reading.live(new Ref(NAME, name, name), volume.at("Labels"), Volume.show(volume));
  }

  /** Where the engine keeps one. */
  static String path(String name) {
    return "/volumes/" + Call.encode(name);
  }

  @Override
  public Planned plan(Change change, HostView view) {
    return PLAN.of(change);
  }

  @Override
  public Map<String, Primitive<?>> primitives(Site site) {
    return Map.of(
        PLAN.create(), new CreateVolume(site.engine()),
        PLAN.remove(), new RemoveVolume(site.engine()));
  }
}
