package dev.dvl.vsphere.wire.property;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import java.util.Map;

/** What is done when somebody no longer wants what is waited for. */
public interface Stopping {
  /** Nothing goes on at the server that could be stopped: the wait ends. */
  Stopping GIVING_UP =
      state -> {
        throw new VSphereException(
            Fault.of(Kind.CANCELLED, "it was asked to stop; nothing was undone.", ""));
      };

  /**
   * Called once, while the wait goes on.
   *
   * @param state the properties as they are now
   * @throws VSphereException to end the wait
   */
  void stop(Map<String, Tree> state) throws VSphereException;
}
