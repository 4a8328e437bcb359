package dev.dvl.vsphere.session;

import dev.dvl.vsphere.session.spec.NetworkPolicy;
import dev.dvl.vsphere.session.spec.PortGroupSpec;
import dev.dvl.vsphere.session.spec.SwitchSpec;

/** Makes and changes networks. They are removed and renamed as other {@link Objects} are. */
public interface Networks {
  /**
   * Adds a port group to a standard switch of a host.
   *
   * @param system the host's {@code HostNetworkSystem}
   */
  void addHostPortGroup(Ref system, String name, String onSwitch, NetworkPolicy policy)
      throws VSphereException;

  /** Changes a port group of a host; {@code name} may be a new one. */
  void updateHostPortGroup(
      Ref system, String current, String name, String onSwitch, NetworkPolicy policy)
      throws VSphereException;

  void removeHostPortGroup(Ref system, String name) throws VSphereException;

  Ref createSwitch(Ref folder, SwitchSpec spec, Watch watch)
      throws VSphereException, InterruptedException;

  void reconfigureSwitch(Ref dvs, SwitchSpec spec, Watch watch)
      throws VSphereException, InterruptedException;

  /** Raises the version of a distributed switch; there is no way back. */
  void upgradeSwitch(Ref dvs, String version, Watch watch)
      throws VSphereException, InterruptedException;

  /** Adds a port group to a distributed switch. The task names no result: look it up by name. */
  void addPortGroup(Ref dvs, PortGroupSpec spec, Watch watch)
      throws VSphereException, InterruptedException;

  void reconfigurePortGroup(Ref portGroup, PortGroupSpec spec, Watch watch)
      throws VSphereException, InterruptedException;
}
