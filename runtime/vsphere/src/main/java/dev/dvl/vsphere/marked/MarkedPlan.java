package dev.dvl.vsphere.marked;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.stamp.BirthText;
import dev.dvl.vsphere.stamp.LaterBirth;
import dev.dvl.vsphere.stamp.MakingName;
import dev.dvl.vsphere.tag.Tagging;

/**
 * The calls that make, change and remove an object of such a kind: {@code KIND.create}, {@code
 * KIND.commit}, {@code KIND.update} and {@code KIND.remove}; {@code KIND.mark} and {@code
 * KIND.unmark} say on it whose it is.
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
      case REPLACE -> {
        remove();
        create();
        commit();
      }
      case REPLACE_START_FIRST -> {
        create();
        remove();
        commit();
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
        .with("making", making.text())
        .with("want", Links.wrapped(Value.ObjectOf.of(desired.values())))
        .locking(kind + ":" + name(desired))
        .add();
  }

  private void commit() {
    Desired desired = desired();
    steps
        .makes("commit", kind + ".commit")
        .with("object", new Value.Ref(change.address(), kind))
        .with("name", name(desired))
        .with("birth", BirthText.write(desired.birth()))
        .locking(kind + ":" + name(desired))
        .committing()
        .repeatable()
        .add();
    if (Tagging.isWanted(change)) {
      tags(steps.makes(TAGS, Tagging.call(kind)))
          .with("object", new Value.Ref(change.address(), kind))
          .with("name", name(desired))
          .locking(kind + ":" + name(desired))
          .add();
    }
  }

  private Steps.Step tags(Steps.Step step) {
    return Tagging.complete(step, change);
  }

  private void update() {
    if (Tagging.differs(change)) {
      tags(steps.changes(TAGS, Tagging.call(kind)))
          .with("object", live().ref().id())
          .with("name", live().ref().name())
          .locking(kind + ":" + live().ref().name())
          .add();
    }
    steps
        .changes("update", kind + ".update")
        .with("object", live().ref().id())
        .with("name", name(desired()))
        .with("want", Links.wrapped(Value.ObjectOf.of(desired().values())))
        .with("whole", Value.of(live().stamp().filter(it -> !it.adopted()).isPresent()))
        .with("changed", Steps.attributes(change))
        .with("birth", record())
        .locking(kind + ":" + live().ref().name())
        .committing()
        .repeatable()
        .add();
  }

  /** The record is kept up with the program where others may add to what it says. */
  private Value record() {
    return Tagging.differs(change) ? LaterBirth.of(live(), desired()) : Value.Null.NULL;
  }

  private void mark() {
    if (change.taken().isPresent()) {
      steps
          .changes("mark", kind + ".mark")
          .with("object", live().ref().id())
          .with("name", live().ref().name())
          .with("birth", BirthText.write(change.record()))
          .locking(kind + ":" + live().ref().name())
          .committing()
          .repeatable()
          .add();
    }
  }

  private void unmark() {
    steps
        .changes("unmark", kind + ".unmark")
        .with("object", live().ref().id())
        .with("name", live().ref().name())
        .locking(kind + ":" + live().ref().name())
        .repeatable()
        .add();
  }

  private void remove() {
    steps
        .removes("remove", kind + ".remove")
        .with("object", live().ref().id())
        .with("name", live().ref().name())
        .locking(kind + ":" + live().ref().name())
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
    return desired.value("name") instanceof Value.Text(String text)
        ? text
        : desired.instance().address().toString();
  }
}
