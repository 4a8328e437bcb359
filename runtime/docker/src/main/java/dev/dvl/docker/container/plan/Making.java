package dev.dvl.docker.container.plan;

import dev.dvl.compiler.ir.Instance.Update;
import dev.dvl.compiler.value.AttributeName;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.image.ImageArguments;
import dev.dvl.docker.image.ImageKind;
import dev.dvl.docker.image.KnownImages;
import dev.dvl.docker.kind.ResourceName;
import dev.dvl.docker.stamp.MakingName;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.provider.Steps;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.stdlib.ContainerAttribute;
import dev.dvl.stdlib.ContainerPart;
import dev.dvl.stdlib.FilePart;
import dev.dvl.stdlib.MountPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The steps by which a new container comes up, under a name in the making. */
final class Making {
  /** What is no part of the create request. */
  private static final Set<String> OTHERWISE =
      AttributeName.words(
          ContainerAttribute.FILES,
          ContainerAttribute.FILE_DIGESTS,
          ContainerAttribute.WAIT,
          ContainerAttribute.NAME,
          ContainerAttribute.RUNNING,
          ContainerAttribute.IMAGE_VOLUMES);

  private final Desired desired;
  private final ContainerPart wanted;
  private final boolean replaces;
  private final Neighbours neighbours;
  private final Steps steps;
  private final String name;
  private final String making;

  Making(Desired desired, boolean replaces, Neighbours neighbours, Steps steps) {
    this.desired = desired;
    this.wanted = ContainerPart.of(desired.values());
    this.replaces = replaces;
    this.neighbours = neighbours;
    this.steps = steps;
    this.name = ResourceName.of(desired);
    this.making = new MakingName(name, desired.birth().op()).text();
  }

  /** The op with which the new container is in use. */
  String starting() {
    return runs() ? "start" : "commit";
  }

  void create() {
    create(Optional.empty(), List.of());
  }

  /** Takes over what a container before it has in volumes that nobody named. */
  void create(Heritage heritage) {
    create(heritage.from(), heritage.without());
  }

  private void create(Optional<String> inherits, List<String> without) {
    pull();
    TreeMap<String, Value> want = new TreeMap<>(desired.values());
    want.keySet().removeAll(OTHERWISE);
    List<Value> networks = networks();
    if (networks.size() > 1) {
      want.put(ContainerAttribute.NETWORKS.word(), Value.SetOf.of(networks.subList(0, 1)));
    }
    steps
        .makes("create", ContainerCallNames.CONTAINER_CREATE)
        .with(
            new ContainerArguments.Creation(
                making,
                StampLabels.write(desired.birth()),
                wanted.platform(),
                Value.ObjectOf.of(want),
                inherits,
                without))
        .locking("container:" + name)
        .add();
    upload();
  }

  private void upload() {
    List<Value> written = new Wanted(desired.values()).elements(ContainerAttribute.FILES.word());
    List<Field<FilePart>> files = wanted.files().orElse(List.of());
    List<MountPart> mounts = Field.elements(wanted.mounts());
    for (int i = 0; i < files.size(); i++) {
      steps
          .makes("upload" + (i + 1), ContainerCallNames.CONTAINER_UPLOAD)
          .with(
              new ContainerArguments.Upload(
                  making, written.get(i), Landing.of(files.get(i), mounts)))
          .repeatable()
          .add();
    }
  }

  /** An image that only its name is known of is pulled where the engine is not known to have it. */
  private void pull() {
    Optional<String> image = wanted.image().known().flatMap(Link::given);
    if (image.isPresent() && !new KnownImages(neighbours.view()).has(image.get())) {
      steps
          .makes("pull", ImageKind.PULL)
          .with(ImageArguments.Pull.ifMissing(image.get(), wanted.platform()))
          .locking("image:" + image.get())
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
    List<NetworkPlace> places = NetworkPlace.all(desired.values());
    for (int i = 1; i < places.size(); i++) {
      NetworkPlace place = places.get(i);
      connect("connect" + i, aliases && !holdsBack() ? place.written() : place.withoutAliases());
    }
  }

  /** Leaves and joins again each network in which it has aliases, now that they may move. */
  void takeAliases() {
    int count = 0;
    for (NetworkPlace place : NetworkPlace.all(desired.values())) {
      if (place.hasAliases()) {
        count++;
        Networking.leave(
            steps.makes("leave" + count, ContainerCallNames.NETWORK_DISCONNECT),
            making,
            place,
            Set.of());
        connect("alias" + count, place.written());
      }
    }
  }

  void start() {
    if (!runs()) {
      return;
    }
    steps
        .makes("start", ContainerCallNames.CONTAINER_START)
        .with(new ContainerArguments.Start(making, name))
        .reaching("started")
        .repeatable()
        .taking()
        .add();
  }

  void waitFor() {
    Waits waits = new Waits(desired, replaces);
    if (runs()) {
      waits.add(steps, making, name);
      waits.addSteady(steps, making, name);
    }
  }

  void commit() {
    steps
        .makes("commit", ContainerCallNames.CONTAINER_RENAME)
        .with(new ContainerArguments.Rename(making, name, Optional.of(desired.birth().op())))
        .locking("container:" + name)
        .reaching("created")
        .committing()
        .repeatable()
        .takingName()
        .add();
  }

  /**
   * Takes the new container away again, as far as it is there: under the name of its making, or its
   * own where that call had its effect and failed all the same.
   *
   * @param turning the op that fails then
   * @param before what was taken away before it was made
   */
  void discard(String turning, Optional<String> before) {
    List<Need> needs = new ArrayList<>();
    before.ifPresent(op -> needs.add(Need.begun(op)));
    needs.add(before.isPresent() ? Need.over("create") : Need.begun("create"));
    needs.add(Need.failed(turning));
    steps
        .undoes("undo", ContainerCallNames.CONTAINER_REMOVE, needs.toArray(Need[]::new))
        .with(
            new ContainerArguments.Removal(
                making, name, Optional.of(desired.birth().op()), Optional.of(true)))
        .repeatable()
        .giving()
        .givingName()
        .add();
  }

  private void connect(String id, Value place) {
    Networking.join(steps.makes(id, ContainerCallNames.NETWORK_CONNECT), making, place);
  }

  private List<Value> networks() {
    return NetworkPlace.all(desired.values()).stream()
        .map(place -> holdsBack() ? place.withoutAliases() : place.written())
        .toList();
  }

  /** Whether its aliases still belong to the old container. */
  private boolean holdsBack() {
    return replaces && desired.instance().common().update().order() == Update.Order.START_FIRST;
  }

  private boolean runs() {
    return !wanted.running().is(false);
  }
}
