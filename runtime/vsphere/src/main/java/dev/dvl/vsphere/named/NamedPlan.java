package dev.dvl.vsphere.named;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.vsphere.kind.AsBefore;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.stamp.BirthText;
import java.util.Set;

/**
 * The calls on a named object: {@code KIND.put} and {@code KIND.remove}, which both can be
 * repeated.
 */
final class NamedPlan {
  private final NamedType type;
  private final Change change;
  private final HostView view;
  private final Steps steps;

  NamedPlan(NamedType type, Change change, HostView view) {
    this.type = type;
    this.change = change;
    this.view = view;
    this.steps = new Steps(change);
  }

  Planned planned() {
    switch (change.action()) {
      case CREATE, UPDATE -> put();
      case REPLACE -> inPlace();
      case REPLACE_START_FIRST -> {
        if (keepsKey()) {
          inPlace();
        } else {
          put();
          remove();
        }
      }
      case DESTROY -> remove();
      case ADOPT, MOVE, FORGET, CONDITIONAL, UNDECIDED -> {}
    }
    return steps.planned();
  }

  private void inPlace() {
    remove();
    put();
    putBack();
  }

  /** There can be one under a key, so that a new one never comes before the old one has gone. */
  private boolean keepsKey() {
    return view instanceof HostView.Readable(var ignored, var live)
        && change.before().orElseThrow().ref().id().equals(live.names().get(change.address()));
  }

  /** What was there before dvl does not become dvl's by a change in place. */
  private void put() {
    Desired desired = change.after().orElseThrow();
    boolean ours =
        change.action() != Action.UPDATE || change.before().orElseThrow().stamp().isPresent();
    Steps.Step step =
        put(change.action() == Action.UPDATE)
            .with(
                new NamedArguments.Put(
                    Links.wrapped(desired),
                    ours,
                    Steps.attributes(change),
                    BirthText.write(desired.birth())))
            .locking(type.lock(desired.values()))
            .within(Steps.LONG)
            .repeatable();
    (ours ? step.committing() : step).add();
  }

  /** The old one, where the new one cannot be made. */
  private void putBack() {
    Live live = change.before().orElseThrow();
    String birth = BirthText.write(live.stamp().orElseGet(change.after().orElseThrow()::birth));
    steps
        .undoes("undo", type.kind() + ".put", Need.begun("remove"), Need.failed("put"))
        .with(
            new NamedArguments.Put(
                Value.ObjectOf.of(Links.wrapped(AsBefore.values(change))), true, Set.of(), birth))
        .locking(type.lock(live.values()))
        .within(Steps.LONG)
        .repeatable()
        .add();
  }

  private Steps.Step put(boolean inPlace) {
    String call = type.kind() + ".put";
    return inPlace ? steps.changes("put", call) : steps.makes("put", call);
  }

  private void remove() {
    Live live = change.before().orElseThrow();
    steps
        .removes("remove", type.kind() + ".remove")
        .with(new NamedArguments.Removal(live.ref().id()))
        .locking(type.lock(live.values()))
        .repeatable()
        .add();
  }
}
