package dev.dvl.docker.kind;

import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import java.util.function.Function;

/**
 * The plan of a kind whose objects cannot be changed: the old one goes, and then comes the new.
 *
 * @param removal what the call is told that removes an object
 * @param comesBack whether one that is like the old one is made where the new one does not come; no
 *     call brings back what was in a volume
 */
public record AnewPlan(
    String create, String remove, Function<Live, CallArguments> removal, boolean comesBack) {

  public Planned of(Change change) {
    Steps steps = new Steps(change);
    change.before().ifPresent(live -> remove(steps, live));
    change.after().ifPresent(desired -> create(steps, desired));
    if (comesBack && change.after().isPresent()) {
      change.before().ifPresent(live -> again(steps, live, change.after().orElseThrow()));
    }
    return steps.planned();
  }

  private void remove(Steps steps, Live live) {
    steps
        .removes("remove", remove)
        .with(removal.apply(live))
        .locking(live.ref().kind() + ":" + live.ref().name())
        .repeatable()
        .giving()
        .givingName()
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
        .takingName()
        .add();
  }

  /** Also where its removal failed, which may have had its effect all the same. */
  private void again(Steps steps, Live live, Desired desired) {
    steps
        .undoes("undo", create, Need.begun("remove"), Need.failed("create"))
        .with(Creation.again(live, desired))
        .locking(live.ref().kind() + ":" + live.ref().name())
        .taking()
        .takingName()
        .add();
  }
}
