package dev.dvl.docker.container.plan;

import dev.dvl.compiler.ir.Instance.Update;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.image.ImageKind;
import dev.dvl.docker.image.KnownImages;
import dev.dvl.docker.kind.Names;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.docker.stamp.MakingName;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.provider.Steps;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The steps by which a new container comes up, under a name in the making. */
final class Making {
  /** What is no part of the create request. */
  private static final Set<String> OTHERWISE =
      Set.of("files", "file_digests", "wait", "name", "running");

  private final Desired desired;
  private final boolean replaces;
  private final Neighbours neighbours;
  private final Steps steps;
  private final String name;
  private final String making;
  private String up = "create";

  Making(Desired desired, boolean replaces, Neighbours neighbours, Steps steps) {
    this.desired = desired;
    this.replaces = replaces;
    this.neighbours = neighbours;
    this.steps = steps;
    this.name = Names.of(desired);
    this.making = new MakingName(name, desired.birth().op()).text();
  }

  /** The op after which the new container is up. */
  String up() {
    return up;
  }

  void create() {
    pull();
    TreeMap<String, Value> want = new TreeMap<>(desired.values());
    want.keySet().removeAll(OTHERWISE);
    List<Value> networks = networks();
    if (networks.size() > 1) {
      want.put("networks", Value.SetOf.of(networks.subList(0, 1)));
    }
    steps
        .makes("create", Calls.CONTAINER_CREATE)
        .with("name", making)
        .with("stamp", Stamps.labels(desired))
        .with("platform", desired.value("platform"))
        .with("want", Value.ObjectOf.of(want))
        .locking("container:" + name)
        .add();
    int count = 0;
    for (Value file : elements(desired.value("files"))) {
      count++;
      steps
          .makes("upload" + count, Calls.CONTAINER_UPLOAD)
          .with("container", making)
          .with("file", file)
          .with("into", Landing.of(file, elements(desired.value("mounts"))))
          .repeatable()
          .add();
    }
  }

  /** An image that only its name is known of is pulled where the engine is not known to have it. */
  private void pull() {
    if (desired.value("image") instanceof Value.Text(String image)
        && !new KnownImages(neighbours.view()).has(image)) {
      steps
          .makes("pull", ImageKind.PULL)
          .with("name", image)
          .with("platform", desired.value("platform"))
          .with("missing", Value.of(true))
          .locking("image:" + image)
          .within(Steps.LONG)
          .repeatable()
          .add();
    }
  }

  /**
   * The first network is in the create request already.
   *
   * @param aliases whether it may take its aliases now
   */
  void connect(boolean aliases) {
    List<Value> networks = networks();
    for (int i = 1; i < networks.size(); i++) {
      connect(
          "connect" + i, aliases ? networks.get(i) : Connecting.withoutAliases(networks.get(i)));
    }
  }

  /** Leaves and joins again each network in which it has aliases, now that they may move. */
  void takeAliases() {
    int count = 0;
    for (Value network : elements(desired.value("networks"))) {
      if (Connecting.hasAliases(network)) {
        count++;
        Connecting.leave(
            steps.makes("leave" + count, Calls.NETWORK_DISCONNECT), making, network, Set.of());
        connect("alias" + count, network);
      }
    }
  }

  void start() {
    if (!runs()) {
      return;
    }
    up = "start";
    steps
        .makes("start", Calls.CONTAINER_START)
        .with("container", making)
        .with("name", name)
        .reaching("started")
        .repeatable()
        .add();
  }

  void waitFor() {
    if (runs() && new Waits(desired, replaces).add(steps, making, name)) {
      up = "wait";
    }
  }

  void commit() {
    steps
        .makes("commit", Calls.CONTAINER_RENAME)
        .with("container", making)
        .with("name", name)
        .with("op", desired.birth().op())
        .locking("container:" + name)
        .reaching("created")
        .committing()
        .repeatable()
        .add();
  }

  /** Takes the new container away again. */
  void discard(String id, Need... when) {
    Need[] needs = new Need[when.length + 1];
    needs[0] = Need.done("create");
    System.arraycopy(when, 0, needs, 1, when.length);
    steps
        .undoes(id, Calls.CONTAINER_REMOVE, needs)
        .with("container", making)
        .with("name", making)
        .with("op", desired.birth().op())
        .with("force", Value.of(true))
        .repeatable()
        .add();
  }

  static Duration duration(Value value) {
    return value instanceof Value.Quantity(Dimension ignored, long nanos)
        ? Duration.ofNanos(nanos)
        : Duration.ofSeconds(10);
  }

  private void connect(String id, Value network) {
    Connecting.join(steps.makes(id, Calls.NETWORK_CONNECT), making, network);
  }

  private List<Value> networks() {
    boolean held = replaces && isStartFirst();
    return elements(desired.value("networks")).stream()
        .map(network -> held ? Connecting.withoutAliases(network) : network)
        .toList();
  }

  private boolean isStartFirst() {
    return desired.instance().common().update().order() == Update.Order.START_FIRST;
  }

  private boolean runs() {
    return !desired.value("running").equals(Value.of(false));
  }

  static List<Value> elements(Value value) {
    if (value instanceof Value.SetOf(var elements)) {
      return elements;
    }
    return value instanceof Value.ListOf(var elements) ? elements : List.of();
  }
}
