package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.stamp.BirthText;

/** The life of a snapshot in calls. It carries its record from the start, and counts at once. */
public final class SnapshotPlan {
  public static final String CREATE = "snapshot.create";
  public static final String CHANGE = "snapshot.change";
  public static final String REVERT = "snapshot.revert";
  public static final String REMOVE = "snapshot.remove";

  private final Change change;
  private final Steps steps;

  private SnapshotPlan(Change change) {
    this.change = change;
    this.steps = new Steps(change);
  }

  public static Planned of(Change change) {
    return new SnapshotPlan(change).planned();
  }

  private Planned planned() {
    switch (change.action()) {
      case CREATE -> create();
      case UPDATE -> {
        if (change.impact() == Impact.REWIND) {
          revert();
        }
        change();
      }
      case REPLACE, REPLACE_START_FIRST -> {
        remove();
        create();
      }
      case DESTROY -> remove();
      case ADOPT -> {
        if (!change.fields().isEmpty()) {
          change();
        }
      }
      case MOVE, FORGET, CONDITIONAL, UNDECIDED -> {}
    }
    return steps.planned();
  }

  private void create() {
    Desired desired = desired();
    about(steps.makes("create", CREATE), VmMaking.name(desired))
        .with("vm", Links.wrapped(desired.value("vm")))
        .with("description", desired.value("description"))
        .with("memory", desired.value("memory"))
        .with("quiesce", desired.value("quiesce"))
        .with("birth", BirthText.write(desired.birth()))
        .committing()
        .within(Steps.LONG)
        .add();
  }

  /** The record follows, so that the same text does not go back twice. */
  private void revert() {
    about(steps.changes("revert", REVERT), old().ref().name())
        .with("object", old().ref().id())
        .with("vm", Links.wrapped(desired().value("vm")))
        .within(Steps.LONG)
        .repeatable()
        .add();
  }

  private void change() {
    Desired desired = desired();
    about(steps.changes("change", CHANGE), VmMaking.name(desired))
        .with("object", old().ref().id())
        .with("vm", Links.wrapped(desired.value("vm")))
        .with("description", desired.value("description"))
        .with("birth", kept(desired.birth()))
        .committing()
        .repeatable()
        .add();
  }

  /** The record is kept up with the program, but for who made the snapshot. */
  private String kept(Stamp birth) {
    String op = old().stamp().map(Stamp::op).orElse(birth.op());
    return BirthText.write(
        new Stamp(
            birth.stack(), birth.address(), birth.kind(), op, birth.names(), birth.fingerprints()));
  }

  private void remove() {
    boolean children =
        change.after().filter(it -> it.value("remove_children").equals(Value.of(true))).isPresent();
    about(steps.removes("remove", REMOVE), old().ref().name())
        .with("object", old().ref().id())
        .with("children", Value.of(children))
        .within(Steps.LONG)
        .repeatable()
        .add();
  }

  private static Steps.Step about(Steps.Step step, String name) {
    return step.with("name", name).locking("snapshot:" + name);
  }

  private Live old() {
    return change.before().orElseThrow();
  }

  private Desired desired() {
    return change.after().orElseThrow();
  }
}
