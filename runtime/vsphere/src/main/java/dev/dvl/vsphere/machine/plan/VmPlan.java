package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.value.Link;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.VmAttribute;
import dev.dvl.stdlib.VmPart;
import dev.dvl.stdlib.VmPower;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.kind.GivenName;
import dev.dvl.vsphere.machine.read.Look;
import dev.dvl.vsphere.stamp.BirthText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The life of a machine in calls. A new one is made with its birth record, configured, and counts
 * with the last reconfiguration before it is started.
 */
public final class VmPlan {
  private static final Duration MARGIN = Duration.ofMinutes(2);

  /** The most characters that vSphere takes in a name. */
  private static final int LONGEST = 80;

  private final Change change;
  private final Steps steps;

  private VmPlan(Change change) {
    this.change = change;
    this.steps = new Steps(change);
  }

  public static Planned of(Change change) {
    return new VmPlan(change).planned();
  }

  private Planned planned() {
    switch (change.action()) {
      case CREATE -> create();
      case UPDATE -> {
        mark();
        if (!change.fields().isEmpty()) {
          new VmUpdate(change, steps).plan();
        }
        Steadiness.add(change.after().orElseThrow(), steps, there(), old().ref().name());
        if (Look.tellsKey(old())) {
          wipe(record("wipe", VmCalls.WIPE), there(), old().ref().name());
        }
      }
      case REPLACE -> replaceStopFirst();
      case REPLACE_START_FIRST -> replaceStartFirst();
      case DESTROY -> destroy();
      case MOVE -> mark();
      case ADOPT -> adopt();
      case FORGET ->
          record("unmark", VmCalls.UNMARK)
              .with(new MachineArguments.Only(there(), old().ref().name()))
              .add();
      case CONDITIONAL, UNDECIDED -> {}
    }
    return steps.planned().relyingOn(Set.of(VmAttribute.POWER.path()));
  }

  private void mark() {
    if (change.taken().isPresent()) {
      record("mark", VmCalls.MARK)
          .with(
              new MachineArguments.Mark(
                  there(),
                  old().ref().name(),
                  BirthText.write(change.record()),
                  Look.labels(old())))
          .committing()
          .add();
    }
  }

  private void adopt() {
    List<String> unclear = Look.unclear(old());
    if (!unclear.isEmpty()) {
      steps.find(
          new Finding(
              Codes.UNCLEAR_DEVICES,
              change.address(),
              Optional.empty(),
              "which device of `" + old().ref().name() + "` is meant cannot be told",
              unclear.stream().map(it -> "Not found: `" + it + "`.").toList()));
    }
    mark();
    if (!change.fields().isEmpty()) {
      new VmUpdate(change, steps).plan();
    }
  }

  private Steps.Step record(String id, String call) {
    return steps.changes(id, call).locking("vm:" + old().ref().name()).repeatable();
  }

  private String create() {
    VmMaking making = new VmMaking(change, steps);
    making.make();
    String up = making.start();
    making.close();
    return up;
  }

  /** The private half of the host key is of no use once the guest has read it. */
  static void wipe(Steps.Step step, Link.Made object, String name) {
    step.with(new MachineArguments.Only(object, name)).repeatable().closing().add();
  }

  private void replaceStopFirst() {
    stop();
    aside();
    String up = create();
    remove();
    undo(up, true);
  }

  private void replaceStartFirst() {
    aside();
    String up = create();
    drain();
    stop();
    remove();
    undo(up, false);
  }

  /** The new machine goes, and the old one is what it was. */
  private void undo(String up, boolean stopped) {
    Desired desired = change.after().orElseThrow();
    if (!desired.instance().common().update().goesBack()) {
      return;
    }
    Live old = old();
    steps
        .undoes("undo", VmCalls.DISCARD, needs(stopped ? "stop" : "aside", up))
        .with(new MachineArguments.Discard(GivenName.of(desired), desired.birth().op()))
        .within(Steps.LONG)
        .repeatable()
        .givingName()
        .add();
    steps
        .undoes("undo_name", VmCalls.RENAME, Need.done("undo"), Need.begun("aside"))
        .with(new MachineArguments.Rename(there(), old.ref().name(), old.ref().name()))
        .repeatable()
        .takingName()
        .add();
    if (stopped && VmPart.of(old.values()).power().is(VmPower.ON)) {
      steps
          .undoes(
              "undo_start",
              VmCalls.START,
              Need.done("undo"),
              Need.begun("stop"),
              Need.over("undo_name"))
          .with(new MachineArguments.Start(there(), old.ref().name(), Optional.empty()))
          .repeatable()
          .add();
    }
  }

  /** Of the call that takes away the new machine, as far as it is there. */
  private static Need[] needs(String first, String up) {
    return new Need[] {Need.begun(first), Need.over("create"), Need.failed(up)};
  }

  private void stop() {
    PowerPath.stop(steps, old(), change.after().flatMap(PowerPath::shutdown));
  }

  /** Its addresses stay its own, so what knows them goes on for as long. */
  private void drain() {
    Duration time = change.after().orElseThrow().instance().common().update().drain();
    if (time.isPositive()) {
      steps
          .waits("drain", VmCalls.DRAIN)
          .with(new MachineArguments.Drain(there(), old().ref().name(), time))
          .within(time.plus(MARGIN))
          .repeatable()
          .add();
    }
  }

  /** The old machine leaves its name, so that the new one can have it. */
  private void aside() {
    Desired desired = change.after().orElseThrow();
    String name = old().ref().name();
    steps
        .changes("aside", VmCalls.RENAME)
        .with(new MachineArguments.Rename(there(), name, away(name, desired.birth().op())))
        .locking("vm:" + name)
        .repeatable()
        .givingName()
        .add();
  }

  /** A name that is free, within what vSphere takes; it says that the machine is a finished one. */
  static String away(String name, String op) {
    return ending(name, ".dvl-old-" + op);
  }

  /** A name that is free, for a machine that stays and cannot have its own yet. */
  static String passing(String name, String op) {
    return ending(name, ".passing-" + op);
  }

  private static String ending(String name, String end) {
    return name.substring(0, Math.min(name.length(), LONGEST - end.length())) + end;
  }

  /**
   * What the guest has in memory belongs on its disks, of which some may stay. Where some do, the
   * machine has lost them by the time that it cannot be destroyed, and is not started without.
   */
  private void destroy() {
    boolean on = VmPart.of(old().values()).power().is(VmPower.ON);
    if (on) {
      stop();
    }
    remove();
    if (on && !keepsDisks()) {
      steps
          .undoes("undo_start", VmCalls.START, Need.begun("stop"), Need.failed("remove"))
          .with(new MachineArguments.Start(there(), old().ref().name(), Optional.empty()))
          .repeatable()
          .add();
    }
  }

  private boolean keepsDisks() {
    return VmPart.of(old().values()).disk().orElse(new TreeMap<>()).values().stream()
        .anyMatch(disk -> disk.keep().is(true));
  }

  private void remove() {
    Live old = old();
    steps
        .removes("remove", VmCalls.REMOVE)
        .with(new MachineArguments.Only(there(), old.ref().name()))
        .locking("vm:" + old.ref().name())
        .within(Steps.LONG)
        .repeatable()
        .add();
  }

  private Link.Made there() {
    return new Link.Id(old().ref().id());
  }

  private Live old() {
    return change.before().orElseThrow();
  }
}
