package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.TemplateAttribute;
import dev.dvl.stdlib.TemplatePart;
import dev.dvl.vsphere.kind.GivenName;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.stamp.BirthText;
import dev.dvl.vsphere.stamp.LaterBirth;
import dev.dvl.vsphere.tag.Tagging;
import java.util.Map;
import java.util.Optional;
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

  /** What a machine is a copy of. */
  private static final String ORIGIN = "template";

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
    Optional.ofNullable(want.remove(TemplateAttribute.SOURCE.word()))
        .ifPresent(source -> want.put(ORIGIN, source));
    about(steps.makes("create", CREATE), GivenName.of(desired))
        .with(
            new MachineArguments.Creation(
                GivenName.of(desired),
                Value.ObjectOf.of(want),
                BirthText.write(desired.birth()),
                Optional.empty()))
        .within(Steps.LONG)
        .takingName()
        .add();
    about(steps.makes("commit", COMMIT), GivenName.of(desired))
        .with(
            new MachineArguments.TemplateCommit(
                made(), GivenName.of(desired), TemplatePart.of(desired.values()).annotation()))
        .committing()
        .repeatable()
        .add();
    if (Tagging.isWanted(change)) {
      tags(steps.makes(TAGS, Tagging.call("template")), made(), GivenName.of(desired));
    }
  }

  private void tags(Steps.Step step, Link.Made object, String name) {
    Tagging.complete(about(step, name), change, object, name).add();
  }

  /** The object that this change makes. */
  private Link.Made made() {
    return new Link.Resource(new Value.Ref(change.address(), "template"));
  }

  /** The object that is there. */
  private Link.Made there() {
    return new Link.Id(old().ref().id());
  }

  private void update() {
    Desired desired = change.after().orElseThrow();
    if (Tagging.differs(change)) {
      tags(steps.changes(TAGS, Tagging.call("template")), there(), old().ref().name());
    }
    Steps.Step step = about(steps.changes("change", CHANGE), old().ref().name());
    if (GivenName.isChanged(change)) {
      step.givingName().takingName();
    }
    step.with(
            new MachineArguments.TemplateChange(
                there(),
                old().ref().name(),
                GivenName.of(desired),
                Optional.of(Links.wrapped(desired)),
                laterBirth(desired)))
        .committing()
        .repeatable()
        .add();
  }

  /** The record as it is to be; nothing where it says the same. */
  private Optional<String> laterBirth(Desired desired) {
    Optional<String> now = old().stamp().map(BirthText::write);
    return LaterBirth.of(old(), desired).filter(later -> !now.equals(Optional.of(later)));
  }

  private void replace() {
    Desired desired = change.after().orElseThrow();
    rename(
        steps.changes("aside", CHANGE).givingName(),
        VmPlan.away(old().ref().name(), desired.birth().op()));
    create();
    remove();
    steps
        .undoes("undo", DISCARD, Need.begun("aside"), Need.over("create"), Need.failed("commit"))
        .with(new MachineArguments.Discard(GivenName.of(desired), desired.birth().op()))
        .repeatable()
        .givingName()
        .add();
    Steps.Step back = steps.undoes("undo_name", CHANGE, Need.done("undo"));
    rename(back.takingName(), old().ref().name());
  }

  private void rename(Steps.Step step, String to) {
    step.with(
            new MachineArguments.TemplateChange(
                there(), old().ref().name(), to, Optional.empty(), Optional.empty()))
        .repeatable()
        .add();
  }

  private void remove() {
    about(steps.removes("remove", REMOVE), old().ref().name())
        .with(new MachineArguments.Only(there(), old().ref().name()))
        .within(Steps.LONG)
        .repeatable()
        .add();
  }

  private static Steps.Step about(Steps.Step step, String name) {
    return step.locking("vm:" + name);
  }

  private Live old() {
    return change.before().orElseThrow();
  }
}
