package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.HostView;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The other objects of the engine, as far as it could be read. */
record Neighbours(HostView view) {

  /** The resources whose objects a container uses. */
  Set<Address> usedBy(Live container) {
    Set<Address> used = new HashSet<>();
    elements(container.value("networks"))
        .forEach(it -> address("network", text(it, "network")).ifPresent(used::add));
    elements(container.value("mounts"))
        .forEach(it -> address("volume", text(it, "source")).ifPresent(used::add));
    address("image", text(container.output("image_id"), "")).ifPresent(used::add);
    return used;
  }

  /** Whether a volume that a container has is the resource that it is to have. */
  boolean isVolume(Value live, Value wanted) {
    return wanted instanceof Value.Ref(Address address, String ignored)
        && address("volume", text(live, "")).filter(address::equals).isPresent();
  }

  /** The resource of a network that a live container is in. */
  Set<Address> network(Value element) {
    return address("network", text(element, "network")).map(Set::of).orElse(Set.of());
  }

  /** Whether there is an object of a resource already. */
  boolean hasObject(Address resource) {
    return objects().stream()
        .anyMatch(live -> live.stamp().filter(it -> it.address().equals(resource)).isPresent());
  }

  /** The resource whose object has an id or a name. */
  Optional<Address> address(String kind, String idOrName) {
    return objects().stream()
        .filter(live -> live.ref().kind().equals(kind))
        .filter(live -> live.ref().id().equals(idOrName) || live.ref().name().equals(idOrName))
        .flatMap(live -> live.stamp().map(Stamp::address).stream())
        .findFirst();
  }

  private List<Live> objects() {
    return view instanceof HostView.Readable(var ignored, var live) ? live.objects() : List.of();
  }

  private static List<Value> elements(Value value) {
    return value instanceof Value.SetOf(var elements) ? elements : List.of();
  }

  private static String text(Value value, String field) {
    Value found = value instanceof Value.ObjectOf object ? object.field(field) : value;
    return found instanceof Value.Text(String text) ? text : "";
  }
}
