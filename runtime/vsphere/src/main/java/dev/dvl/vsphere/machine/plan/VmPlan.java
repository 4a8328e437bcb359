package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.ir.Instance.Update.OnFailure;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Path;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.VmPart;
import dev.dvl.stdlib.VmPower;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.kind.GivenName;
import dev.dvl.vsphere.machine.read.Look;
import dev.dvl.vsphere.stamp.BirthText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The life of a machine in calls. A new one is made with its birth record, configured, and counts
 * with the last reconfiguration before it is started.
 */
public final class VmPlan {
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
        new VmUpdate(change, steps).plan();
      }
      case REPLACE -> replaceStopFirst();
      case REPLACE_START_FIRST -> replaceStartFirst();
      case DESTROY -> remove();
      case MOVE -> mark();
      case ADOPT -> adopt();
      case FORGET ->
          record("unmark", VmCalls.UNMARK)
              .with(new MachineArguments.Only(there(), old().ref().name()))
              .add();
      case CONDITIONAL, UNDECIDED -> {}
    }
    Planned planned = steps.planned();
    return new Planned(planned.ops(), planned.findings(), Set.of(Path.of("power")));
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
    return making.start();
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
    stop();
    remove();
    undo(up, false);
  }

  /** The new machine goes, and the old one is what it was. */
  private void undo(String up, boolean stopped) {
    Desired desired = change.after().orElseThrow();
    if (desired.instance().common().update().onFailure() != OnFailure.ROLLBACK) {
      return;
    }
    Live old = old();
    steps
        .undoes("undo", VmCalls.DISCARD, Need.done(stopped ? "stop" : "aside"), Need.failed(up))
        .with(new MachineArguments.Discard(GivenName.of(desired), desired.birth().op()))
        .within(Steps.LONG)
        .repeatable()
        .add();
    steps
        .undoes("undo_name", VmCalls.RENAME, Need.done("undo"), Need.done("aside"))
        .with(new MachineArguments.Rename(there(), old.ref().name(), old.ref().name()))
        .repeatable()
        .add();
    if (stopped && VmPart.of(old.values()).power().is(VmPower.ON)) {
      steps
          .undoes("undo_start", VmCalls.START, Need.done("undo"))
          .with(new MachineArguments.Start(there(), old.ref().name(), Optional.empty()))
          .repeatable()
          .add();
    }
  }

  private void stop() {
    VmUpdate.stop(steps, old(), change.after().flatMap(VmUpdate::shutdown));
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
        .add();
  }

  /** A name that is free, within what vSphere takes; it says that the machine is a finished one. */
  static String away(String name, String op) {
    String end = ".dvl-old-" + op;
    return name.substring(0, Math.min(name.length(), LONGEST - end.length())) + end;
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
