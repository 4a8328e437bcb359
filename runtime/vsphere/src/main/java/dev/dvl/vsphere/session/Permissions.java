package dev.dvl.vsphere.session;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What the user of the session may do. */
public interface Permissions {
  /**
   * Which of some privileges the user lacks on each of some objects, in one call for all. An object
   * on which none is lacking is left out.
   *
   * @param privileges by their ids: {@code VirtualMachine.Interact.PowerOn}
   */
  Map<Ref, Set<String>> lacking(Collection<Ref> objects, Collection<String> privileges)
      throws VSphereException;
}
