package dev.dvl.docker.kind;

import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import java.util.function.Function;

/**
 * The plan of a kind whose objects cannot be changed: the old one goes, and then comes the new.
 *
 * @param removal what the call is told that removes an object
 */
public record AnewPlan(String create, String remove, Function<Live, CallArguments> removal) {

  public Planned of(Change change) {
    Steps steps = new Steps(change);
    change.before().ifPresent(live -> remove(steps, live));
    change.after().ifPresent(desired -> create(steps, desired));
    return steps.planned();
  }

  private void remove(Steps steps, Live live) {
    steps
        .removes("remove", remove)
        .with(removal.apply(live))
        .locking(live.ref().kind() + ":" + live.ref().name())
        .repeatable()
        .giving()
        .add();
  }

  private void create(Steps steps, Desired desired) {
    Creation creation = Creation.of(desired);
    steps
        .makes("create", create)
        .with(creation)
        .locking(desired.instance().kind() + ":" + creation.name())
        .committing()
        .taking()
        .add();
  }
}
