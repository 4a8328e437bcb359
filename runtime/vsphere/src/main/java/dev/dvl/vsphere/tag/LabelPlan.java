package dev.dvl.vsphere.tag;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.TagPart;
import dev.dvl.vsphere.kind.AsBefore;
import dev.dvl.vsphere.kind.GivenName;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.kind.RemoveCall;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The calls on a tag or category: {@code KIND.create}, {@code KIND.update}, {@code KIND.remove}.
 * Names are there once, so that a new one never comes before the old one has gone.
 */
final class LabelPlan {
  private final Change change;
  private final HostView view;
  private final String kind;
  private final Steps steps;

  LabelPlan(Change change, HostView view) {
    this.change = change;
    this.view = view;
    this.kind = change.kind().name();
    this.steps = new Steps(change);
  }

  Planned planned() {
    switch (change.action()) {
      case CREATE -> create();
      case UPDATE -> update();
      case REPLACE, REPLACE_START_FIRST -> {
        remove();
        create();
        again();
      }
      case DESTROY -> remove();
      case ADOPT, MOVE, FORGET, CONDITIONAL, UNDECIDED -> {}
    }
    return steps.planned();
  }

  private void create() {
    steps
        .makes("create", kind + ".create")
        .with(new LabelArguments.Creation(called(), wanted(), Optional.empty(), Optional.empty()))
        .locking(kind + ":" + called())
        .committing()
        .takingName()
        .add();
  }

  /**
   * The old one, where the new one cannot be made: also where its removal failed, which may have
   * had its effect all the same. What it was put on lacks it then.
   */
  private void again() {
    steps
        .undoes("undo", kind + ".create", Need.begun("remove"), Need.failed("create"))
        .with(
            new LabelArguments.Creation(
                live().ref().name(),
                Value.ObjectOf.of(Links.wrapped(AsBefore.values(change))),
                Optional.of(live().ref().id()),
                Optional.of(called())))
        .locking(kind + ":" + live().ref().name())
        .releasing(category())
        .takingName()
        .add();
  }

  /** What was there before dvl does not become dvl's by a change. */
  private void update() {
    boolean ours = live().stamp().isPresent();
    Steps.Step step =
        steps
            .changes("update", kind + ".update")
            .with(new LabelArguments.Update(there(), live().ref().name(), wanted(), ours))
            .locking(kind + ":" + live().ref().name())
            .repeatable();
    if (GivenName.isChanged(change)) {
      step.givingName().takingName();
    }
    (ours ? step.committing() : step).add();
  }

  private void remove() {
    steps
        .removes("remove", kind + ".remove")
        .with(new RemoveCall.Arguments(there(), live().ref().name()))
        .locking(kind + ":" + live().ref().name())
        .releasing(category())
        .repeatable()
        .givingName()
        .add();
  }

  /** A category that is made anew goes when its old tags have gone. */
  private Set<Address> category() {
    return change.after().stream()
        .flatMap(it -> TagPart.of(it.values()).category().known().stream())
        .flatMap(it -> it.resource().stream())
        .map(Value.Ref::address)
        .collect(Collectors.toSet());
  }

  private Value.ObjectOf wanted() {
    return Links.wrapped(desired());
  }

  private Link.Made there() {
    return new Link.Id(live().ref().id());
  }

  private String called() {
    String address = change.address().toString();
    return view instanceof HostView.Readable(var ignored, var live)
        ? live.names().getOrDefault(change.address(), address)
        : address;
  }

  private Live live() {
    return change.before().orElseThrow();
  }

  private Desired desired() {
    return change.after().orElseThrow();
  }
}
