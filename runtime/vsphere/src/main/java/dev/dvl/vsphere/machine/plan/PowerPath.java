package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.VmAttribute;
import dev.dvl.stdlib.VmDiskController;
import dev.dvl.stdlib.VmDiskPart;
import dev.dvl.stdlib.VmPart;
import dev.dvl.stdlib.VmPower;
import dev.dvl.stdlib.VmShutdownPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The power states that a machine goes through while it is changed: from the one that it has, past
 * the one that the change needs, to the one that is wanted. Where a call fails, back to the first.
 */
final class PowerPath {
  private static final Duration USUAL_GRACE = Duration.ofMinutes(3);

  /** What a running machine may take, and a suspended one does not. */
  private static final Set<VmAttribute> HARDWARE =
      Set.of(
          VmAttribute.CPUS,
          VmAttribute.MEMORY,
          VmAttribute.DISK,
          VmAttribute.NIC,
          VmAttribute.CDROM,
          VmAttribute.HARDWARE_VERSION);

  private static final Set<VmDiskController> SLOW =
      Set.of(VmDiskController.IDE, VmDiskController.SATA);

  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Change change;
  private final Steps steps;
  private final Live live;
  private final Desired desired;
  private final Link.Made object;
  private final String name;
  private final VmPower was;
  private final VmPower wanted;

  PowerPath(Change change, Steps steps) {
    this.change = change;
    this.steps = steps;
    this.live = change.before().orElseThrow();
    this.desired = change.after().orElseThrow();
    this.object = new Link.Id(live.ref().id());
    this.name = live.ref().name();
    this.was = VmPart.of(live.values()).power().orElse(VmPower.OFF);
    this.wanted = VmPart.of(desired.values()).power().orElse(VmPower.ON);
  }

  /**
   * A suspended machine takes no other hardware. It goes on first, unless it is to be off, which it
   * then is before anything else.
   */
  void wake() {
    if (!isWoken()) {
      return;
    }
    step("resume", VmCalls.START)
        .with(new MachineArguments.Start(object, name, Optional.empty()))
        .repeatable()
        .add();
    if (wanted == VmPower.SUSPENDED) {
      steps
          .undoes("undo_resume", VmCalls.SUSPEND, whenWakingWasInVain())
          .with(new MachineArguments.Only(object, name))
          .repeatable()
          .add();
    }
  }

  /** Off, where the change cannot be made otherwise. */
  void leave() {
    if (isOffMeanwhile()) {
      stop(steps, live, shutdown(desired));
    }
  }

  /** To the state that is wanted; back to where it was, where it had to be off in vain. */
  void arrive() {
    Optional<VmPower> now =
        isOffMeanwhile() ? Optional.of(VmPower.OFF) : Optional.of(was).filter(it -> !isWoken());
    boolean same = now.filter(it -> it == wanted).isPresent();
    if (wanted == VmPower.OFF && !same) {
      stop(steps, live, shutdown(desired));
    }
    if (wanted != VmPower.OFF && !same && !now.equals(Optional.of(VmPower.ON))) {
      new Starting(steps, desired, object, name).last(step("start", VmCalls.START));
    }
    if (wanted == VmPower.SUSPENDED && !same) {
      step("suspend", VmCalls.SUSPEND)
          .with(new MachineArguments.Only(object, name))
          .repeatable()
          .add();
    }
    if (isOffMeanwhile() && wanted != VmPower.OFF) {
      steps
          .undoes("undo_start", VmCalls.START, Need.begun("stop"), Need.failed("start"))
          .with(new MachineArguments.Start(object, name, Optional.empty()))
          .repeatable()
          .add();
    }
  }

  private boolean isWoken() {
    boolean hardware = needsOff() || HARDWARE.stream().anyMatch(this::differs);
    return was == VmPower.SUSPENDED && wanted != VmPower.OFF && hardware;
  }

  private boolean isOffMeanwhile() {
    return switch (was) {
      case OFF -> false;
      case ON -> needsOff();
      case SUSPENDED -> wanted == VmPower.OFF || needsOff();
    };
  }

  private Need[] whenWakingWasInVain() {
    List<Need> needs = new ArrayList<>(List.of(Need.begun("resume"), Need.failed("suspend")));
    if (isOffMeanwhile()) {
      needs.add(Need.over("undo_start"));
    }
    return needs.toArray(Need[]::new);
  }

  /** How the program says that a machine may be shut down. */
  static Optional<Value.ObjectOf> shutdown(Desired desired) {
    return VmMaking.block(Value.ObjectOf.of(desired.values()), VmAttribute.SHUTDOWN);
  }

  /** Shuts a machine down, as the program says that it may be. */
  static void stop(Steps steps, Live live, Optional<Value.ObjectOf> shutdown) {
    Duration grace =
        shutdown.map(it -> VmShutdownPart.of(it).grace().orElse(USUAL_GRACE)).orElse(USUAL_GRACE);
    steps
        .changes("stop", VmCalls.STOP)
        .with(
            new MachineArguments.Stop(
                new Link.Id(live.ref().id()),
                live.ref().name(),
                shutdown.orElse(Value.ObjectOf.of(Map.of()))))
        .locking("vm:" + live.ref().name())
        .within(grace.plus(MARGIN))
        .repeatable()
        .stopping()
        .add();
  }

  private boolean needsOff() {
    return change.fields().stream()
        .filter(field -> !VmAttribute.POWER.holds(field.path()))
        .anyMatch(field -> field.impact() == Impact.POWER_OFF || losesSlowDisk(field));
  }

  /** Its price is what is lost with it; on some controllers it cannot go while the machine runs. */
  private static boolean losesSlowDisk(FieldChange field) {
    boolean gone = VmAttribute.DISK.holds(field.path()) && field.after().isNull();
    return gone
        && field.path().steps().size() == 2
        && field.before() instanceof Value.ObjectOf before
        && VmDiskPart.of(before).controller().known().filter(SLOW::contains).isPresent();
  }

  private boolean differs(VmAttribute attribute) {
    return change.fields().stream().anyMatch(it -> attribute.holds(it.path()));
  }

  private Steps.Step step(String id, String call) {
    return steps.changes(id, call).locking("vm:" + name);
  }
}
