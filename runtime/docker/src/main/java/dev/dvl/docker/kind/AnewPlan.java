package dev.dvl.docker.kind;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;

/** The plan of a kind whose objects cannot be changed: the old one goes, and then comes the new. */
public final class AnewPlan {
  private AnewPlan() {}

  public static Planned of(Change change) {
    Steps steps = new Steps(change);
    String kind = change.kind().name();
    change.before().ifPresent(live -> remove(steps, kind, live));
    change.after().ifPresent(desired -> create(steps, kind, desired));
    return steps.planned();
  }

  private static void remove(Steps steps, String kind, Live live) {
    steps
        .removes("remove", kind + ".remove")
        .with(kind, live.ref().id())
        .with("op", Stamps.op(live))
        .locking(kind + ":" + live.ref().name())
        .repeatable()
        .add();
  }

  private static void create(Steps steps, String kind, Desired desired) {
    steps
        .makes("create", kind + ".create")
        .with("name", desired.value("name"))
        .with("stamp", Stamps.labels(desired))
        .with("want", Value.ObjectOf.of(desired.values()))
        .locking(kind + ":" + Names.of(desired))
        .committing()
        .add();
  }
}
