package dev.dvl.vsphere.session;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What happened on the server. */
public interface Events {
  /** What the server's clock says. */
  Instant now() throws VSphereException;

  /** Whose events are those of this session, as they name him. */
  String user();

  /** The events of an object since a time, the oldest first. */
  List<Event> of(Ref object, Instant since) throws VSphereException;

  /**
   * The events of some types in a container and all below it, the oldest first: as many of the
   * newest as the server hands out at once.
   *
   * @param since by the server's clock; all that it remembers where there is none
   */
  List<Event> below(Ref container, Collection<String> types, Optional<Instant> since)
      throws VSphereException;

  /**
   * Something that happened.
   *
   * @param type such as {@code VmReconfiguredEvent}
   * @param user who caused it; empty for the server itself
   * @param text what happened, in the server's words; may hold values that were set
   * @param object what it happened to, where the event says
   * @param changed the properties that were set, as far as the event lists them: {@code
   *     config.hardware.numCPU}
   */
  record Event(
      String type,
      Instant time,
      String user,
      String text,
      Optional<Ref> object,
      List<String> changed) {
    public Event {
      changed = List.copyOf(changed);
    }
  }
}
