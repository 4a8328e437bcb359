package dev.dvl.vsphere.marked;

import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.vsphere.kind.GivenName;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.kind.RemoveCall;
import dev.dvl.vsphere.stamp.BirthText;
import dev.dvl.vsphere.stamp.LaterBirth;
import dev.dvl.vsphere.stamp.MakingName;
import dev.dvl.vsphere.tag.Tagging;
import java.util.Optional;

/**
 * The calls that make, change and remove an object of such a kind: {@code KIND.create}, {@code
 * KIND.commit}, {@code KIND.update} and {@code KIND.remove}; {@code KIND.mark} and {@code
 * KIND.unmark} say on it whose it is. A new object is made under a name that nobody else has, so
 * that the old one goes only when it is there.
 */
public final class MarkedPlan {
  private static final String TAGS = "tags";

  private final Change change;
  private final String kind;
  private final Steps steps;

  private MarkedPlan(Change change) {
    this.change = change;
    this.kind = change.kind().name();
    this.steps = new Steps(change);
  }

  public static Planned of(Change change) {
    return new MarkedPlan(change).planned();
  }

  private Planned planned() {
    switch (change.action()) {
      case CREATE -> {
        create();
        commit();
      }
      case UPDATE -> {
        mark();
        update();
      }
      case REPLACE, REPLACE_START_FIRST -> {
        create();
        remove();
        commit();
        discard();
      }
      case DESTROY -> remove();
      case MOVE -> mark();
      case ADOPT -> {
        mark();
        if (!change.fields().isEmpty()) {
          update();
        }
      }
      case FORGET -> unmark();
      case CONDITIONAL, UNDECIDED -> {}
    }
    return steps.planned();
  }

  private void create() {
    Desired desired = desired();
    MakingName making = MakingName.of(name(desired), desired.birth().stack(), desired.birth().op());
    steps
        .makes("create", kind + ".create")
        .with(new MarkedArguments.Creation(making.text(), Links.wrapped(desired)))
        .locking(kind + ":" + name(desired))
        .add();
  }

  private void commit() {
    Desired desired = desired();
    steps
        .makes("commit", kind + ".commit")
        .with(new MarkedArguments.Mark(made(), name(desired), BirthText.write(desired.birth())))
        .locking(kind + ":" + name(desired))
        .committing()
        .repeatable()
        .takingName()
        .add();
    if (Tagging.isWanted(change)) {
      Tagging.complete(steps.makes(TAGS, Tagging.call(kind)), change, made(), name(desired))
          .locking(kind + ":" + name(desired))
          .add();
    }
  }

  /** The object that this change makes. */
  private Link.Made made() {
    return new Link.Resource(new Value.Ref(change.address(), kind));
  }

  /** The object that is there. */
  private Link.Made there() {
    return new Link.Id(live().ref().id());
  }

  private void update() {
    if (Tagging.differs(change)) {
      Tagging.complete(
              steps.changes(TAGS, Tagging.call(kind)), change, there(), live().ref().name())
          .locking(kind + ":" + live().ref().name())
          .add();
    }
    Steps.Step step = steps.changes("update", kind + ".update");
    if (GivenName.isChanged(change)) {
      step.givingName().takingName();
    }
    step.with(
            new MarkedArguments.Update(
                there(),
                name(desired()),
                Links.wrapped(desired()),
                live().stamp().filter(it -> !it.adopted()).isPresent(),
                Steps.attributes(change),
                record()))
        .locking(kind + ":" + live().ref().name())
        .committing()
        .repeatable()
        .add();
  }

  /** The record is kept up with the program where others may add to what it says. */
  private Optional<String> record() {
    return Tagging.differs(change) ? LaterBirth.of(live(), desired()) : Optional.empty();
  }

  private void mark() {
    if (change.taken().isPresent()) {
      steps
          .changes("mark", kind + ".mark")
          .with(
              new MarkedArguments.Mark(
                  there(), live().ref().name(), BirthText.write(change.record())))
          .locking(kind + ":" + live().ref().name())
          .committing()
          .repeatable()
          .add();
    }
  }

  private void unmark() {
    steps
        .changes("unmark", kind + ".unmark")
        .with(new MarkedArguments.Unmark(there(), live().ref().name()))
        .locking(kind + ":" + live().ref().name())
        .repeatable()
        .add();
  }

  private void remove() {
    steps
        .removes("remove", kind + ".remove")
        .with(new RemoveCall.Arguments(there(), live().ref().name()))
        .locking(kind + ":" + live().ref().name())
        .repeatable()
        .givingName()
        .add();
  }

  /** The new object, where the old one cannot go. */
  private void discard() {
    steps
        .undoes("undo", kind + ".remove", Need.done("create"), Need.failed("remove"))
        .with(new RemoveCall.Arguments(made(), name(desired())))
        .locking(kind + ":" + name(desired()))
        .repeatable()
        .add();
  }

  private Live live() {
    return change.before().orElseThrow();
  }

  private Desired desired() {
    return change.after().orElseThrow();
  }

  private static String name(Desired desired) {
    return GivenName.of(desired);
  }
}
