package dev.dvl.vsphere.named;

import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.stamp.BirthText;

/**
 * The calls on a named object: {@code KIND.put} and {@code KIND.remove}, which both can be
 * repeated.
 */
final class NamedPlan {
  private final NamedType type;
  private final Change change;
  private final Steps steps;

  NamedPlan(NamedType type, Change change) {
    this.type = type;
    this.change = change;
    this.steps = new Steps(change);
  }

  Planned planned() {
    switch (change.action()) {
      case CREATE, UPDATE -> put();
      case REPLACE -> {
        remove();
        put();
      }
      case REPLACE_START_FIRST -> {
        put();
        remove();
      }
      case DESTROY -> remove();
      case ADOPT, MOVE, FORGET, CONDITIONAL, UNDECIDED -> {}
    }
    return steps.planned();
  }

  /** What was there before dvl does not become dvl's by a change. */
  private void put() {
    Desired desired = change.after().orElseThrow();
    boolean ours = change.before().map(it -> it.stamp().isPresent()).orElse(true);
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
