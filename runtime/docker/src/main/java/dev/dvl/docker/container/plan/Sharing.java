package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.AttributeName;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import dev.dvl.stdlib.ContainerAttribute;
import dev.dvl.stdlib.ContainerPart;
import dev.dvl.stdlib.KindName;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The namespaces of other containers that a container uses in place of its own. They end when their
 * owner stops, so who shares one is stopped before its owner and started after it.
 */
record Sharing(Change change, Neighbours neighbours) {
  private static final Set<String> NAMESPACES =
      AttributeName.words(
          ContainerAttribute.NETWORK_MODE,
          ContainerAttribute.PID_MODE,
          ContainerAttribute.IPC_MODE);

  /** The resources whose namespaces a live container uses. */
  Set<Address> owners(Live container) {
    ContainerPart part = ContainerPart.of(container.values());
    Set<Address> owners = new HashSet<>();
    Stream.of(part.networkMode(), part.pidMode(), part.ipcMode())
        .flatMap(mode -> mode.known().flatMap(Link::given).stream())
        .forEach(id -> neighbours.address(KindName.CONTAINER, id).ifPresent(owners::add));
    return owners;
  }

  /** Whether an owner gets a new object, so that the old container cannot go on beside the new. */
  boolean isMadeAnew() {
    return change.fields().stream()
        .filter(field -> NAMESPACES.contains(field.path().attribute()))
        .anyMatch(field -> field.after() instanceof Value.Ref);
  }
}
