package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.stamp.BirthText;
import dev.dvl.vsphere.stamp.LaterBirth;
import dev.dvl.vsphere.tag.Tagging;
import java.util.Map;
import java.util.TreeMap;

/**
 * The life of a template in calls: a copy of a machine that gets its texts, and counts once it is
 * marked as a template.
 */
public final class TemplatePlan {
  public static final String CREATE = "template.create";
  public static final String COMMIT = "template.commit";
  public static final String CHANGE = "template.change";
  public static final String REMOVE = "template.remove";
  public static final String DISCARD = "template.discard";
  private static final String TAGS = "tags";

  private final Change change;
  private final Steps steps;

  private TemplatePlan(Change change) {
    this.change = change;
    this.steps = new Steps(change);
  }

  public static Planned of(Change change) {
    return new TemplatePlan(change).planned();
  }

  private Planned planned() {
    switch (change.action()) {
      case CREATE -> create();
      case UPDATE -> update();
      case REPLACE, REPLACE_START_FIRST -> replace();
      case DESTROY -> remove();
      case ADOPT -> {
        if (!change.fields().isEmpty()) {
          update();
        }
      }
      case MOVE, FORGET, CONDITIONAL, UNDECIDED -> {}
    }
    return steps.planned();
  }

  private void create() {
    Desired desired = change.after().orElseThrow();
    Map<String, Value> want = new TreeMap<>(Links.wrapped(desired.values()));
    Value source = want.remove("source");
    if (source != null) {
      want.put("template", source);
    }
    about(steps.makes("create", CREATE), VmMaking.name(desired))
        .with("want", Value.ObjectOf.of(want))
        .with("birth", BirthText.write(desired.birth()))
        .within(Steps.LONG)
        .add();
    about(steps.makes("commit", COMMIT), VmMaking.name(desired))
        .with("object", new Value.Ref(change.address(), "template"))
        .with("annotation", desired.value("annotation"))
        .committing()
        .repeatable()
        .add();
    if (Tagging.isWanted(change)) {
      tags(steps.makes(TAGS, Tagging.call("template")), VmMaking.name(desired))
          .with("object", new Value.Ref(change.address(), "template"))
          .add();
    }
  }

  private Steps.Step tags(Steps.Step step, String name) {
    return Tagging.complete(about(step, name), change);
  }

  private void update() {
    Desired desired = change.after().orElseThrow();
    if (Tagging.differs(change)) {
      tags(steps.changes(TAGS, Tagging.call("template")), old().ref().name())
          .with("object", old().ref().id())
          .add();
    }
    about(steps.changes("change", CHANGE), old().ref().name())
        .with("object", old().ref().id())
        .with("to", VmMaking.name(desired))
        .with("want", Value.ObjectOf.of(Links.wrapped(desired.values())))
        .with("birth", laterBirth(desired))
        .committing()
        .repeatable()
        .add();
  }

  /** The record as it is to be; nothing where it says the same. */
  private Value laterBirth(Desired desired) {
    Value later = LaterBirth.of(old(), desired);
    boolean same =
        old().stamp().map(BirthText::write).map(Value::text).filter(later::equals).isPresent();
    return same ? Value.Null.NULL : later;
  }

  private void replace() {
    Desired desired = change.after().orElseThrow();
    rename(steps.changes("aside", CHANGE), VmPlan.away(old().ref().name(), desired.birth().op()));
    create();
    remove();
    steps
        .undoes("undo", DISCARD, Need.done("aside"), Need.failed("commit"))
        .with("name", VmMaking.name(desired))
        .with("op", desired.birth().op())
        .repeatable()
        .add();
    rename(steps.undoes("undo_name", CHANGE, Need.done("undo")), old().ref().name());
  }

  private void rename(Steps.Step step, String to) {
    step.with("object", old().ref().id())
        .with("name", old().ref().name())
        .with("to", to)
        .repeatable()
        .add();
  }

  private void remove() {
    about(steps.removes("remove", REMOVE), old().ref().name())
        .with("object", old().ref().id())
        .within(Steps.LONG)
        .repeatable()
        .add();
  }

  private static Steps.Step about(Steps.Step step, String name) {
    return step.with("name", name).locking("vm:" + name);
  }

  private Live old() {
    return change.before().orElseThrow();
  }
}
