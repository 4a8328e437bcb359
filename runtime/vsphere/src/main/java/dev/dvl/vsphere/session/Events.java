package dev.dvl.vsphere.session;

import java.time.Instant;
import java.util.List;

/** What happened on the server. */
public interface Events {
  /** The events of an object since a time, the oldest first. */
  List<Event> of(Ref object, Instant since) throws VSphereException;

  /**
   * Something that happened.
   *
   * @param type such as {@code VmReconfiguredEvent}
   * @param user who caused it; empty for the server itself
   * @param text what happened, in the server's words
   */
  record Event(String type, Instant time, String user, String text) {}
}
