package dev.dvl.vsphere.read;

import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.LastChange;
import dev.dvl.vsphere.kind.VSphereKind;
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
 */
record Changes(VSphereSession session, List<VSphereKind> kinds) {

  /**
   * What a server does not tell, or may not tell this user, is left out. Where nobody knows when
   * dvl came to its end, what its own user did last may have been dvl itself, and is left out, too.
   */
  Map<Ref, LastChange> last(Collection<Ref> objects, Optional<Instant> since) {
    List<String> types =
        kinds.stream()
            .filter(kind -> objects.stream().anyMatch(it -> it.kind().equals(kind.name())))
            .flatMap(kind -> kind.events().stream())
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
    List<Event> told =
        session
            .events()
            .below(
                session.inventory().root(), types, since.isPresent() ? there(since.get()) : since);
    Map<String, Event> newest = newest(told, since.isPresent() ? "" : session.events().user());
    Map<Ref, LastChange> found = new HashMap<>();
    for (Ref object : objects) {
      Optional.ofNullable(newest.get(object.id())).ifPresent(it -> found.put(object, change(it)));
    }
    return found;
  }

  /**
   * The last event of each object, by its id.
   *
   * @param told the oldest first
   * @param own whose events say nothing, where they come last: dvl's own, if nobody knows which are
   */
  static Map<String, Event> newest(List<Event> told, String own) {
    Map<String, Event> newest = new HashMap<>();
    for (Event event : told) {
      event.object().ifPresent(object -> newest.put(object.id(), event));
    }
    newest.values().removeIf(event -> !own.isEmpty() && event.user().equalsIgnoreCase(own));
    return newest;
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
