package dev.dvl.vsphere.read;

import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.LastChange;
import dev.dvl.vsphere.session.Events.Event;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who last changed objects, out of the server's events: one question for the time and one for the
 * events, however many objects there are.
 *
 * <p>Types of events are those of the vSphere Web Services API. A rename or a move of a folder has
 * none of its own; its task has.
 */
record Changes(VSphereSession session) {
  private static final List<String> OF_MACHINES =
      List.of(
          "VmReconfiguredEvent",
          "VmRenamedEvent",
          "VmRemovedEvent",
          "VmRelocatedEvent",
          "VmResourcePoolMovedEvent",
          "VmResourceReallocatedEvent",
          "VmPoweredOnEvent",
          "VmPoweredOffEvent",
          "VmSuspendedEvent",
          "VmGuestShutdownEvent",
          "CustomFieldValueChangedEvent");
  private static final List<String> OF_POOLS =
      List.of(
          "ResourcePoolReconfiguredEvent", "ResourcePoolMovedEvent", "ResourcePoolDestroyedEvent");
  private static final List<String> OF_SWITCHES =
      List.of("DvsReconfiguredEvent", "DvsRenamedEvent", "DvsDestroyedEvent");
  private static final List<String> OF_PORT_GROUPS =
      List.of(
          "DVPortgroupReconfiguredEvent", "DVPortgroupRenamedEvent", "DVPortgroupDestroyedEvent");
  private static final Map<String, List<String>> BY_KIND =
      Map.of(
          "vm", OF_MACHINES,
          "template", OF_MACHINES,
          "resource_pool", OF_POOLS,
          "distributed_switch", OF_SWITCHES,
          "distributed_port_group", OF_PORT_GROUPS,
          "folder", List.of("TaskEvent"));

  /** What a server does not tell, or may not tell this user, is left out. */
  Map<Ref, LastChange> last(Collection<Ref> objects, Optional<Instant> since) {
    List<String> types =
        objects.stream()
            .flatMap(it -> BY_KIND.getOrDefault(it.kind(), List.of()).stream())
            .distinct()
            .toList();
    try {
      return types.isEmpty() ? Map.of() : last(objects, types, since);
    } catch (VSphereException untold) {
      return Map.of();
    }
  }

  private Map<Ref, LastChange> last(
      Collection<Ref> objects, List<String> types, Optional<Instant> since)
      throws VSphereException {
    Map<String, Event> newest = new HashMap<>();
    for (Event event :
        session
            .events()
            .below(
                session.inventory().root(),
                types,
                since.isPresent() ? there(since.get()) : since)) {
      event.object().ifPresent(object -> newest.put(object.id(), event));
    }
    Map<Ref, LastChange> found = new HashMap<>();
    for (Ref object : objects) {
      Optional.ofNullable(newest.get(object.id())).ifPresent(it -> found.put(object, change(it)));
    }
    return found;
  }

  /**
   * A time of this machine by the server's clock, which is taken to have been read in the middle of
   * the call: wrong by half of the call's duration at most.
   */
  private Optional<Instant> there(Instant here) throws VSphereException {
    Instant before = Instant.now();
    Instant there = session.events().now();
    Instant middle = before.plus(Duration.between(before, Instant.now()).dividedBy(2));
    return Optional.of(here.plus(Duration.between(middle, there)));
  }

  private static LastChange change(Event event) {
    return new LastChange(
        event.time(),
        Optional.of(event.user()).filter(user -> !user.isEmpty()),
        event.changed().isEmpty()
            ? event.type()
            : event.type() + " of " + String.join(", ", event.changed()));
  }
}
