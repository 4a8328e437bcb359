package dev.dvl.docker.volume;

import dev.dvl.docker.attribute.Shown;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.stamp.Standings;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import java.util.Optional;

/** Entries of volumes as live objects. A volume's name is its id. */
public final class Volumes {
  private static final String KIND = "volume";

  private Volumes() {}

  public static Live live(Json volume, Stack stack) {
    Optional<Stamp> stamp = StampLabels.read(KIND, volume.at("Labels").textFields());
    String name = volume.at("Name").text();
    Shown shown = Volume.show(volume);
    return new Live(
        new Ref(KIND, name, name),
        Standings.of(stamp, "", "", stack),
        stamp,
        shown.values(),
        shown.defaults(),
        shown.outputs());
  }
}
