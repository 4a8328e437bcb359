package dev.dvl.docker.container.plan;

import dev.dvl.compiler.ir.Instance.Update;
import dev.dvl.compiler.value.Address;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.docker.stamp.MakingName;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.ContainerAttribute;
import dev.dvl.stdlib.ContainerPart;
import dev.dvl.stdlib.VolumeMountAttribute;
import java.util.ArrayList;
import java.util.List;
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
  private final HostView view;

  public ContainerPlan(Change change, HostView view) {
    this.change = change;
    this.neighbours = new Neighbours(view);
    this.steps = new Steps(change);
    this.view = view;
  }

  public Planned planned() {
    change.after().ifPresent(it -> new LimitsNotKept(view).tell(it, steps::find));
    switch (change.action()) {
      case CREATE -> create();
      case UPDATE, ADOPT, CONDITIONAL -> updateInPlace();
      case REPLACE -> {
        if (losesVolume(change, neighbours)) {
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

  private void updateInPlace() {
    if (change.after().isPresent() && change.before().isPresent()) {
      new ContainerUpdate(change, neighbours, steps).plan();
    }
  }

  private void replaceRemoveFirst() {
    destroy(before());
    create();
  }

  private void replaceStopFirst() {
    Live old = before();
    boolean early = new Sharing(change, neighbours).isMadeAnew();
    Leaving leaving = Leaving.ofStopped(change, old, neighbours, steps);
    if (early) {
      stop(old);
    }
    leaving.leave();
    Making making = making();
    making.create(new Heritage(change, neighbours.view()));
    making.connect(true);
    if (!early) {
      stop(old);
    }
    making.start();
    making.waitFor();
    makeRoom(old);
    making.commit();
    String end = settle();
    removeOld(old, leaving.usedToTheEnd()).add();
    boolean back = update().goesBack();
    String turning = back ? end : early ? making.starting() : "stop";
    making.discard(turning, early ? Optional.of("stop") : Optional.empty());
    leaving.comeBack(turning, Optional.of("undo"));
    if (back) {
      takeNameBack(old);
    }
    if (back || early) {
      startAgain(old, turning, leaving);
    }
  }

  /** The op with which there is no way back any more. */
  private String settle() {
    if (!update().goesBackWhole()) {
      return "commit";
    }
    steps.settles("settle");
    return "settle";
  }

  /** Where the new container could not take the name that the old one has left. */
  private void takeNameBack(Live old) {
    steps
        .undoes(
            "undo_name",
            ContainerCallNames.CONTAINER_RENAME,
            Need.done("undo"),
            Need.begun("make_room"))
        .with(new ContainerArguments.Rename(old.ref().id(), old.ref().name(), Optional.empty()))
        .repeatable()
        .takingName()
        .add();
  }

  /** Never beside the new container: both would work on the same files. */
  private void startAgain(Live old, String turning, Leaving leaving) {
    if (!ContainerPart.of(old.values()).running().is(false)) {
      List<Need> needs = new ArrayList<>(List.of(Need.begun("stop"), Need.failed(turning)));
      needs.add(Need.done("undo"));
      leaving.backIn().forEach(id -> needs.add(Need.over(id)));
      steps
          .undoes("undo_start", ContainerCallNames.CONTAINER_START, needs.toArray(Need[]::new))
          .with(new ContainerArguments.Start(old.ref().id(), old.ref().name()))
          .releasing(new Sharing(change, neighbours).owners(old))
          .repeatable()
          .taking()
          .add();
    }
  }

  /**
   * Whether a volume that it has stays the same resource and becomes another object: it can be made
   * anew only when no container, not even a stopped one, has it.
   */
  static boolean losesVolume(Change change, Neighbours neighbours) {
    return change.fields().stream()
        .filter(it -> ContainerAttribute.MOUNTS.holds(it.path()))
        .filter(it -> VolumeMountAttribute.SOURCE.ends(it.path()))
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
    String end = settle();
    new LastRequests(old, desired(), neighbours, steps).drain();
    stop(old);
    removeOld(old, leaving.usedToTheEnd()).add();
    boolean back = update().goesBack();
    if (back) {
      making.discard(end, Optional.empty());
      takeNameBack(old);
    }
    leaving.comeBack(end, back ? Optional.of("undo") : Optional.empty());
  }

  private void destroy(Live old) {
    stop(old);
    removeOld(old, neighbours.usedBy(old)).givingName().add();
  }

  private void stop(Live old) {
    steps
        .changes("stop", ContainerCallNames.CONTAINER_STOP)
        .with(new ContainerArguments.Stop(old.ref().id(), old.ref().name(), Stamps.op(old)))
        .locking("container:" + old.ref().name())
        .releasing(new Sharing(change, neighbours).owners(old))
        .within(Patience.toStop(old))
        .repeatable()
        .giving()
        .stopping()
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
        .givingName()
        .add();
  }

  private Steps.Step removeOld(Live old, Set<Address> used) {
    return steps
        .removes("remove", ContainerCallNames.CONTAINER_REMOVE)
        .with(
            new ContainerArguments.Removal(
                old.ref().id(), old.ref().name(), Stamps.op(old), Optional.empty()))
        .releasing(used)
        .repeatable();
  }

  private Update update() {
    return desired().instance().common().update();
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
