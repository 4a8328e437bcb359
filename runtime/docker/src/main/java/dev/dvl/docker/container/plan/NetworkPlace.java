package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.stdlib.ContainerAttribute;
import dev.dvl.stdlib.ContainerPart;
import dev.dvl.stdlib.MembershipAttribute;
import dev.dvl.stdlib.MembershipPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A container's place in a network: a network alone, or one with aliases and addresses.
 *
 * @param written as it stands in the program or on the engine, which is what calls are given
 * @param part the same, taken apart
 */
record NetworkPlace(Value written, Field<MembershipPart> part) {

  /** All that a container has, wanted or live. */
  static List<NetworkPlace> all(Map<String, Value> container) {
    List<Value> written = new Wanted(container).elements(ContainerAttribute.NETWORKS.word());
    List<Field<MembershipPart>> parts = ContainerPart.of(container).networks().orElse(List.of());
    List<NetworkPlace> places = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      places.add(new NetworkPlace(written.get(i), parts.get(i)));
    }
    return places;
  }

  Field<Link.Made> network() {
    return part.then(MembershipPart::network);
  }

  /** The resource, where the network is one. */
  Optional<Value.Ref> resource() {
    return network().known().flatMap(Link::resource);
  }

  /** The network's id or name, as an engine shows it; empty text for a resource. */
  String name() {
    return network().known().flatMap(Link::objectId).orElse("");
  }

  boolean hasAliases() {
    return !part.then(MembershipPart::aliases).orElse(List.of()).isEmpty();
  }

  /** The same without the names that the old container still has. */
  Value withoutAliases() {
    if (!(written instanceof Value.ObjectOf(var fields))) {
      return written;
    }
    Map<String, Value> others = new TreeMap<>(fields);
    others.remove(MembershipAttribute.ALIASES.word());
    return Value.ObjectOf.of(others);
  }
}
