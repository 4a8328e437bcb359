package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Link;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.SnapshotPart;
import dev.dvl.vsphere.kind.GivenName;
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
    SnapshotPart want = SnapshotPart.of(desired.values());
    String name = GivenName.of(desired);
    about(steps.makes("create", CREATE), name)
        .with(
            new SnapshotArguments.Creation(
                name,
                want.vm(),
                want.description(),
                want.memory(),
                want.quiesce(),
                BirthText.write(desired.birth())))
        .committing()
        .within(Steps.LONG)
        .add();
  }

  /** The record follows, so that the same text does not go back twice. */
  private void revert() {
    about(steps.changes("revert", REVERT), old().ref().name())
        .with(
            new SnapshotArguments.Revert(
                there(), old().ref().name(), SnapshotPart.of(desired().values()).vm()))
        .within(Steps.LONG)
        .repeatable()
        .add();
  }

  private void change() {
    Desired desired = desired();
    SnapshotPart want = SnapshotPart.of(desired.values());
    String name = GivenName.of(desired);
    about(steps.changes("change", CHANGE), name)
        .with(
            new SnapshotArguments.Change(
                there(), name, want.vm(), want.description(), kept(desired.birth())))
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
        change
            .after()
            .filter(it -> SnapshotPart.of(it.values()).removeChildren().is(true))
            .isPresent();
    about(steps.removes("remove", REMOVE), old().ref().name())
        .with(new SnapshotArguments.Removal(there(), old().ref().name(), children))
        .within(Steps.LONG)
        .repeatable()
        .add();
  }

  private static Steps.Step about(Steps.Step step, String name) {
    return step.locking("snapshot:" + name);
  }

  private Link.Made there() {
    return new Link.Id(old().ref().id());
  }

  private Live old() {
    return change.before().orElseThrow();
  }

  private Desired desired() {
    return change.after().orElseThrow();
  }
}
