package dev.dvl.docker.network;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.kind.Calls;
import dev.dvl.docker.kind.Names;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;

/** A network cannot be changed, and two of one name would confuse: the old one goes first. */
public final class NetworkPlan {
  private NetworkPlan() {}

  public static Planned plan(Change change) {
    Steps steps = new Steps(change);
    change.before().ifPresent(live -> remove(steps, live));
    change.after().ifPresent(desired -> create(steps, desired));
    return steps.planned();
  }

  private static void remove(Steps steps, Live live) {
    steps
        .removes("remove", Calls.NETWORK_REMOVE)
        .with("network", live.ref().id())
        .with("op", Stamps.op(live))
        .locking("network:" + live.ref().name())
        .repeatable()
        .add();
  }

  private static void create(Steps steps, Desired desired) {
    steps
        .makes("create", Calls.NETWORK_CREATE)
        .with("name", desired.value("name"))
        .with("stamp", Stamps.labels(desired))
        .with("want", Value.ObjectOf.of(desired.values()))
        .locking("network:" + Names.of(desired))
        .committing()
        .add();
  }
}
