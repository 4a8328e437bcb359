package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.HostView;
import dev.dvl.stdlib.ContainerPart;
import dev.dvl.stdlib.KindName;
import dev.dvl.stdlib.MountPart;
import dev.dvl.stdlib.VolumeMountPart;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The other objects of the engine, as far as it could be read. */
record Neighbours(HostView view) {

  /** The resources whose objects a container uses. */
  Set<Address> usedBy(Live container) {
    Set<Address> used = new HashSet<>();
    NetworkPlace.all(container.values()).forEach(it -> used.addAll(network(it)));
    Field.elements(ContainerPart.of(container.values()).mounts())
        .forEach(
            it -> volume(it).flatMap(name -> address(KindName.VOLUME, name)).ifPresent(used::add));
    text(container.output("image_id"))
        .flatMap(id -> address(KindName.IMAGE, id))
        .ifPresent(used::add);
    return used;
  }

  private static Optional<String> volume(MountPart mount) {
    return mount instanceof VolumeMountPart volume
        ? volume.source().known().flatMap(Link::given)
        : Optional.empty();
  }

  /** Whether a volume that a container has is the resource that it is to have. */
  boolean isVolume(Value live, Value wanted) {
    return wanted instanceof Value.Ref(Address address, String ignored)
        && text(live)
            .flatMap(it -> address(KindName.VOLUME, it))
            .filter(address::equals)
            .isPresent();
  }

  /** The resource of a network that a live container is in. */
  Set<Address> network(NetworkPlace place) {
    return address(KindName.NETWORK, place.name()).map(Set::of).orElse(Set.of());
  }

  /** Whether there is an object of a resource already. */
  boolean hasObject(Address resource) {
    return objects().stream()
        .anyMatch(live -> live.stamp().filter(it -> it.address().equals(resource)).isPresent());
  }

  /** The resource whose object has an id or a name. */
  Optional<Address> address(KindName kind, String idOrName) {
    return objects().stream()
        .filter(live -> live.ref().kind().equals(kind.word()))
        .filter(live -> live.ref().id().equals(idOrName) || live.ref().name().equals(idOrName))
        .flatMap(live -> live.stamp().map(Stamp::address).stream())
        .findFirst();
  }

  private List<Live> objects() {
    return view instanceof HostView.Readable(var ignored, var live) ? live.objects() : List.of();
  }

  private static Optional<String> text(Value value) {
    return value instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
  }
}
