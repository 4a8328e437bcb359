package dev.dvl.docker.container.plan;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.kind.Names;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Steps;
import java.time.Duration;
import java.util.LinkedHashSet;
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
  private static final Duration STOP_MARGIN = Duration.ofSeconds(60);

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
        .changes("update", Calls.CONTAINER_UPDATE)
        .with("container", live.ref().id())
        .with("want", Value.ObjectOf.of(want))
        .with("without_pids_limit", withoutPidsLimit(want) ? Value.of(true) : Value.Null.NULL)
        .locking("container:" + live.ref().name())
        .repeatable()
        .add();
  }

  /** The one limit that the engine takes away by a value of its own. */
  private boolean withoutPidsLimit(Map<String, Value> want) {
    return want.containsKey("pids_limit") && want.get("pids_limit") instanceof Value.Null;
  }

  /** What the program says, else the default to go back to. */
  private Value wanted(String name) {
    Value said = desired.value(name);
    boolean follows = name.equals("memory_swap") && !desired.value("memory").isNull();
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
    Set<String> keys = networkKeys();
    int count = 0;
    for (String key : keys) {
      Optional<Value> now = element(live.value("networks"), key);
      if (now.isPresent()) {
        count++;
        Connecting.leave(
            steps.changes("leave" + count, Calls.NETWORK_DISCONNECT),
            live.ref().id(),
            now.get(),
            neighbours.network(now.get()));
      }
    }
    count = 0;
    for (String key : keys) {
      Optional<Value> wanted = element(desired.value("networks"), key);
      if (wanted.isPresent()) {
        count++;
        Connecting.join(
            steps.changes("join" + count, Calls.NETWORK_CONNECT), live.ref().id(), wanted.get());
      }
    }
  }

  private Set<String> networkKeys() {
    Set<String> keys = new LinkedHashSet<>();
    for (FieldChange field : change.fields()) {
      if (field.path().attribute().equals("networks")) {
        if (field.path().steps().size() > 1
            && field.path().steps().get(1) instanceof Path.Step.Entry(String key)) {
          keys.add(key);
        } else {
          Making.elements(live.value("networks")).forEach(it -> keys.add(key(it)));
          Making.elements(desired.value("networks")).forEach(it -> keys.add(key(it)));
        }
      }
    }
    return keys;
  }

  /** An element by its network: under the resource's address, or the name that the engine shows. */
  private Optional<Value> element(Value networks, String key) {
    return Making.elements(networks).stream()
        .filter(it -> key(it).equals(key) || name(it).equals(key))
        .findFirst();
  }

  private static String name(Value element) {
    return Connecting.text(Connecting.network(element), "");
  }

  private String key(Value element) {
    Value network = Connecting.network(element);
    if (network instanceof Value.Ref(Address address, String ignored)) {
      return address.toString();
    }
    String name = Connecting.text(network, "");
    return neighbours.address("network", name).map(Address::toString).orElse(name);
  }

  private void running() {
    if (!attributes().contains("running")) {
      return;
    }
    String id = live.ref().id();
    String name = live.ref().name();
    boolean up = !desired.value("running").equals(Value.of(false));
    steps
        .changes(up ? "start" : "stop", up ? Calls.CONTAINER_START : Calls.CONTAINER_STOP)
        .with("container", id)
        .with("name", name)
        .within(Making.duration(live.value("stop_grace")).plus(STOP_MARGIN))
        .repeatable()
        .add();
    if (up) {
      new Waits(desired, false).add(steps, id, name);
    }
  }

  private void rename() {
    if (attributes().contains("name")) {
      steps
          .changes("rename", Calls.CONTAINER_RENAME)
          .with("container", live.ref().id())
          .with("name", Names.of(desired))
          .locking("container:" + Names.of(desired))
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
