package dev.dvl.docker.container.plan;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.kind.ResourceName;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.ContainerPart;
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
  private static final Set<String> BY_CALLS_OF_THEIR_OWN = Set.of("name", "networks", "running");

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
    rename();
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
    return want.keySet().contains("pids_limit") && !ContainerPart.of(want).pidsLimit().isSet();
  }

  /** What the program says, else the default to go back to. */
  private Value wanted(String name) {
    Value said = desired.value(name);
    boolean follows =
        name.equals("memory_swap") && ContainerPart.of(desired.values()).memory().isSet();
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
    int count = 0;
    for (NetworkPlace place : among(now, keys)) {
      count++;
      Networking.leave(
          steps.changes("leave" + count, ContainerCallNames.NETWORK_DISCONNECT).giving(),
          live.ref().id(),
          place,
          neighbours.network(place));
    }
    count = 0;
    for (NetworkPlace place : among(wanted, keys)) {
      count++;
      Networking.join(
          steps.changes("join" + count, ContainerCallNames.NETWORK_CONNECT).taking(),
          live.ref().id(),
          place.written());
    }
  }

  private Set<String> networkKeys(List<NetworkPlace> now, List<NetworkPlace> wanted) {
    Set<String> keys = new LinkedHashSet<>();
    for (FieldChange field : change.fields()) {
      if (field.path().attribute().equals("networks")) {
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
        .or(() -> neighbours.address("network", place.name()))
        .map(Address::toString)
        .orElse(place.name());
  }

  private void running() {
    if (!attributes().contains("running")) {
      return;
    }
    String id = live.ref().id();
    String name = live.ref().name();
    boolean up = !ContainerPart.of(desired.values()).running().is(false);
    steps
        .changes(
            up ? "start" : "stop",
            up ? ContainerCallNames.CONTAINER_START : ContainerCallNames.CONTAINER_STOP)
        .with(
            up
                ? new ContainerArguments.Start(id, name)
                : new ContainerArguments.Stop(id, name, Optional.empty()))
        .within(Patience.toStop(live))
        .repeatable()
        .add();
    if (up) {
      new Waits(desired, false).add(steps, id, name);
    }
  }

  private void rename() {
    if (attributes().contains("name")) {
      steps
          .changes("rename", ContainerCallNames.CONTAINER_RENAME)
          .with(
              new ContainerArguments.Rename(
                  live.ref().id(), ResourceName.of(desired), Optional.empty()))
          .locking("container:" + ResourceName.of(desired))
          .committing()
          .repeatable()
          .add();
    }
  }

  private Set<String> attributes() {
    Set<String> names = new TreeSet<>();
    change.fields().forEach(field -> names.add(field.path().attribute()));
    return names;
  }
}
