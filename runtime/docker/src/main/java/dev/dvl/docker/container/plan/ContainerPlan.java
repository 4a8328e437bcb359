package dev.dvl.docker.container.plan;

import dev.dvl.compiler.ir.Instance.Update.OnFailure;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.docker.stamp.MakingName;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.ContainerPart;
import java.util.Optional;
import java.util.Set;

/**
 * The life of a container in primitive calls. A new one is made under a name in the making, gets
 * its files and networks, and is started; taking its own name is what makes it count.
 */
public final class ContainerPlan {
  private final Change change;
  private final Neighbours neighbours;
  private final Steps steps;

  public ContainerPlan(Change change, HostView view) {
    this.change = change;
    this.neighbours = new Neighbours(view);
    this.steps = new Steps(change);
  }

  public Planned planned() {
    switch (change.action()) {
      case CREATE -> create();
      case UPDATE, ADOPT, CONDITIONAL -> update();
      case REPLACE -> {
        if (losesVolume()) {
          replaceRemoveFirst();
        } else {
          replaceStopFirst();
        }
      }
      case REPLACE_START_FIRST -> replaceStartFirst();
      case DESTROY -> destroy(before());
      case MOVE, FORGET, UNDECIDED -> {}
    }
    return steps.planned();
  }

  private void create() {
    Making making = making();
    making.create();
    making.connect(true);
    making.start();
    making.waitFor();
    making.commit();
  }

  private void update() {
    if (change.after().isPresent() && change.before().isPresent()) {
      new ContainerUpdate(change, neighbours, steps).plan();
    }
  }

  /**
   * Whether a volume that it has stays the same resource and becomes another object: it can be made
   * anew only when no container, not even a stopped one, has it.
   */
  private void replaceRemoveFirst() {
    destroy(before());
    create();
  }

  private void replaceStopFirst() {
    Live old = before();
    Leaving leaving = Leaving.ofStopped(change, old, neighbours, steps);
    leaving.leave();
    Making making = making();
    making.create();
    making.connect(true);
    stop(old);
    making.start();
    making.waitFor();
    makeRoom(old);
    making.commit();
    removeOld(old, leaving.usedToTheEnd());
    making.discard("discard", Need.failed("stop"));
    leaving.returnRunning("stop");
    if (rollsBack()) {
      making.discard("undo", Need.done("stop"), Need.failed("commit"));
      takeNameBack(old);
      startAgain(old, leaving.returnBehind("undo"));
    }
  }

  /** Where the new container could not take the name that the old one has left. */
  private void takeNameBack(Live old) {
    steps
        .undoes(
            "undo_name",
            ContainerCallNames.CONTAINER_RENAME,
            Need.done("undo"),
            Need.done("make_room"))
        .with(new ContainerArguments.Rename(old.ref().id(), old.ref().name(), Optional.empty()))
        .repeatable()
        .add();
  }

  private void startAgain(Live old, String behind) {
    if (!ContainerPart.of(old.values()).running().is(false)) {
      steps
          .undoes("undo_start", ContainerCallNames.CONTAINER_START, Need.done(behind))
          .with(new ContainerArguments.Start(old.ref().id(), old.ref().name()))
          .repeatable()
          .add();
    }
  }

  private boolean losesVolume() {
    return change.fields().stream()
        .filter(it -> it.path().attribute().equals("mounts"))
        .filter(it -> it.path().steps().getLast().equals(new Path.Step.Field("source")))
        .anyMatch(it -> neighbours.isVolume(it.before(), it.after()));
  }

  private void replaceStartFirst() {
    Live old = before();
    Leaving leaving = Leaving.ofRunning(change, old, neighbours, steps);
    leaving.leave();
    Making making = making();
    making.create();
    making.connect(false);
    making.start();
    making.waitFor();
    making.takeAliases();
    makeRoom(old);
    making.commit();
    stop(old);
    removeOld(old, leaving.usedToTheEnd());
    leaving.returnRunning("commit");
    if (rollsBack()) {
      making.discard("undo", Need.failed("commit"));
      takeNameBack(old);
    }
  }

  private void destroy(Live old) {
    stop(old);
    removeOld(old, neighbours.usedBy(old));
  }

  private void stop(Live old) {
    steps
        .changes("stop", ContainerCallNames.CONTAINER_STOP)
        .with(new ContainerArguments.Stop(old.ref().id(), old.ref().name(), Stamps.op(old)))
        .locking("container:" + old.ref().name())
        .within(Patience.toStop(old))
        .repeatable()
        .giving()
        .add();
  }

  /** The old container leaves its name, so that the new one can take it. */
  private void makeRoom(Live old) {
    String away = new MakingName(old.ref().name(), desired().birth().op()).away();
    steps
        .changes("make_room", ContainerCallNames.CONTAINER_RENAME)
        .with(new ContainerArguments.Rename(old.ref().id(), away, Optional.empty()))
        .locking("container:" + old.ref().name())
        .repeatable()
        .add();
  }

  private void removeOld(Live old, Set<Address> used) {
    steps
        .removes("remove", ContainerCallNames.CONTAINER_REMOVE)
        .with(
            new ContainerArguments.Removal(
                old.ref().id(), old.ref().name(), Stamps.op(old), Optional.empty()))
        .releasing(used)
        .repeatable()
        .add();
  }

  private boolean rollsBack() {
    return desired().instance().common().update().onFailure() == OnFailure.ROLLBACK;
  }

  private Making making() {
    return new Making(desired(), change.action().replaces(), neighbours, steps);
  }

  private Live before() {
    return change.before().orElseThrow();
  }

  private Desired desired() {
    return change.after().orElseThrow();
  }
}
