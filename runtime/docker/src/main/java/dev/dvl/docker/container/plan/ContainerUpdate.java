package dev.dvl.docker.container.plan;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.AttributeName;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.kind.ResourceName;
import dev.dvl.docker.stamp.MakingName;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.ContainerAttribute;
import dev.dvl.stdlib.ContainerPart;
import dev.dvl.stdlib.KindName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What can be changed on a container that stays: limits, restart policy, networks, name, running.
 */
final class ContainerUpdate {
  private static final Set<String> BY_CALLS_OF_THEIR_OWN =
      AttributeName.words(
          ContainerAttribute.NAME, ContainerAttribute.NETWORKS, ContainerAttribute.RUNNING);

  private final Change change;
  private final Neighbours neighbours;
  private final Steps steps;
  private final Live live;
  private final Desired desired;

  ContainerUpdate(Change change, Neighbours neighbours, Steps steps) {
    this.change = change;
    this.neighbours = neighbours;
    this.steps = steps;
    this.live = change.before().orElseThrow();
    this.desired = change.after().orElseThrow();
  }

  void plan() {
    limits();
    networks();
    running();
    comeBack();
    rename();
    if (!ContainerPart.of(desired.values()).running().is(false)) {
      new Waits(desired, false).addSteady(steps, live.ref().id(), live.ref().name());
    }
  }

  /**
   * What it stands on stops and starts again, or what it shares has gone: it ends as it should, and
   * starts again.
   */
  private void comeBack() {
    boolean runs = !ContainerPart.of(live.values()).running().is(false);
    boolean alone = change.impact() == Impact.RESTART && change.fields().isEmpty();
    if (!runs || differs(ContainerAttribute.RUNNING) || !(alone || live.restart().isPresent())) {
      return;
    }
    stop().add();
    started(steps.changes("start", ContainerCallNames.CONTAINER_START)).add();
    started(
            steps.undoes(
                "undo_start",
                ContainerCallNames.CONTAINER_START,
                Need.begun("stop"),
                Need.failed("start")))
        .releasing(sharing().owners(live))
        .add();
    new Waits(desired, false).add(steps, live.ref().id(), live.ref().name());
  }

  private Steps.Step stop() {
    return steps
        .changes("stop", ContainerCallNames.CONTAINER_STOP)
        .with(new ContainerArguments.Stop(live.ref().id(), live.ref().name(), Optional.empty()))
        .releasing(sharing().owners(live))
        .within(Patience.toStop(live))
        .repeatable()
        .stopping();
  }

  private Steps.Step started(Steps.Step step) {
    return step.with(new ContainerArguments.Start(live.ref().id(), live.ref().name())).repeatable();
  }

  private Sharing sharing() {
    return new Sharing(change, neighbours);
  }

  private void limits() {
    Set<String> names = attributes();
    names.removeAll(BY_CALLS_OF_THEIR_OWN);
    names.removeIf(name -> change.kind().attribute(name).isEmpty());
    if (names.isEmpty()) {
      return;
    }
    new TreeSet<>(names).forEach(name -> names.addAll(companions(name)));
    Map<String, Value> want = new TreeMap<>();
    names.forEach(name -> want.put(name, wanted(name)));
    steps
        .changes("update", ContainerCallNames.CONTAINER_UPDATE)
        .with(
            new ContainerArguments.Update(
                live.ref().id(),
                Value.ObjectOf.of(want),
                Optional.of(true).filter(yes -> withoutPidsLimit(want))))
        .locking("container:" + live.ref().name())
        .repeatable()
        .add();
  }

  /** The one limit that the engine takes away by a value of its own. */
  private boolean withoutPidsLimit(Map<String, Value> want) {
    return want.containsKey(ContainerAttribute.PIDS_LIMIT.word())
        && !ContainerPart.of(want).pidsLimit().isSet();
  }

  /** What the program says, else the default to go back to. */
  private Value wanted(String name) {
    Value said = desired.value(name);
    boolean follows =
        name.equals(ContainerAttribute.MEMORY_SWAP.word())
            && ContainerPart.of(desired.values()).memory().isSet();
    return said.isNull() && !follows ? live.defaults().getOrDefault(name, said) : said;
  }

  private Set<String> companions(String name) {
    return change
        .kind()
        .attribute(name)
        .map(Attribute::companions)
        .<Set<String>>map(TreeSet::new)
        .orElse(Set.of());
  }

  /** Leaves what is not wanted, then joins what is; one that differs inside is left and joined. */
  private void networks() {
    List<NetworkPlace> now = NetworkPlace.all(live.values());
    List<NetworkPlace> wanted = NetworkPlace.all(desired.values());
    Set<String> keys = networkKeys(now, wanted);
    new Moving(live.ref().id(), among(now, keys), among(wanted, keys), neighbours).plan(steps);
  }

  private Set<String> networkKeys(List<NetworkPlace> now, List<NetworkPlace> wanted) {
    Set<String> keys = new LinkedHashSet<>();
    for (FieldChange field : change.fields()) {
      if (ContainerAttribute.NETWORKS.holds(field.path())) {
        if (field.path().steps().size() > 1
            && field.path().steps().get(1) instanceof Path.Step.Entry(String key)) {
          keys.add(key);
        } else {
          now.forEach(it -> keys.add(key(it)));
          wanted.forEach(it -> keys.add(key(it)));
        }
      }
    }
    return keys;
  }

  /** Those of a few networks: under a resource's address, or the name that the engine shows. */
  private List<NetworkPlace> among(List<NetworkPlace> places, Set<String> keys) {
    return keys.stream()
        .flatMap(
            key ->
                places.stream()
                    .filter(it -> key(it).equals(key) || it.name().equals(key))
                    .findFirst()
                    .stream())
        .toList();
  }

  private String key(NetworkPlace place) {
    return place
        .resource()
        .map(Value.Ref::address)
        .or(() -> neighbours.address(KindName.NETWORK, place.name()))
        .map(Address::toString)
        .orElse(place.name());
  }

  private void running() {
    if (!differs(ContainerAttribute.RUNNING)) {
      return;
    }
    if (ContainerPart.of(desired.values()).running().is(false)) {
      stop().add();
    } else {
      started(steps.changes("start", ContainerCallNames.CONTAINER_START)).add();
      new Waits(desired, false).add(steps, live.ref().id(), live.ref().name());
    }
  }

  private void rename() {
    if (!differs(ContainerAttribute.NAME)) {
      return;
    }
    String now = live.ref().name();
    String passing = new MakingName(now, desired.birth().op()).passing();
    named(steps.changes("make_room", ContainerCallNames.CONTAINER_RENAME), passing)
        .locking("container:" + now)
        .givingName()
        .spare()
        .add();
    named(steps.changes("rename", ContainerCallNames.CONTAINER_RENAME), ResourceName.of(desired))
        .locking("container:" + ResourceName.of(desired))
        .committing()
        .givingName()
        .takingName()
        .add();
    Need[] takenBack = {Need.begun("make_room"), Need.failed("rename")};
    named(steps.undoes("undo_name", ContainerCallNames.CONTAINER_RENAME, takenBack), now)
        .takingName()
        .spare()
        .add();
  }

  private Steps.Step named(Steps.Step step, String name) {
    return step.with(new ContainerArguments.Rename(live.ref().id(), name, Optional.empty()))
        .repeatable();
  }

  private boolean differs(ContainerAttribute attribute) {
    return change.fields().stream().anyMatch(it -> attribute.holds(it.path()));
  }

  private Set<String> attributes() {
    Set<String> names = new TreeSet<>();
    change.fields().forEach(field -> names.add(field.path().attribute()));
    return names;
  }
}
