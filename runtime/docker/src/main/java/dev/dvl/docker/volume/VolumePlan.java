package dev.dvl.docker.volume;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.kind.Calls;
import dev.dvl.docker.kind.Names;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;

/**
 * A volume cannot be changed; whether it may be made anew, and its data be lost, others decided.
 */
public final class VolumePlan {
  private VolumePlan() {}

  public static Planned plan(Change change) {
    Steps steps = new Steps(change);
    change.before().ifPresent(live -> remove(steps, live));
    change.after().ifPresent(desired -> create(steps, desired));
    return steps.planned();
  }

  private static void remove(Steps steps, Live live) {
    steps
        .removes("remove", Calls.VOLUME_REMOVE)
        .with("volume", live.ref().name())
        .with("op", Stamps.op(live))
        .locking("volume:" + live.ref().name())
        .repeatable()
        .add();
  }

  private static void create(Steps steps, Desired desired) {
    steps
        .makes("create", Calls.VOLUME_CREATE)
        .with("name", desired.value("name"))
        .with("stamp", Stamps.labels(desired))
        .with("want", Value.ObjectOf.of(desired.values()))
        .locking("volume:" + Names.of(desired))
        .committing()
        .add();
  }
}
