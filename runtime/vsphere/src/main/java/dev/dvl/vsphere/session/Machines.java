package dev.dvl.vsphere.session;

import dev.dvl.vsphere.session.spec.CloneSpec;
import dev.dvl.vsphere.session.spec.Customization;
import dev.dvl.vsphere.session.spec.Placement;
import dev.dvl.vsphere.session.spec.Power;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.List;
import java.util.Optional;

/** Makes and changes VMs. Each call waits until the server's task has ended. */
public interface Machines {
  Ref create(Ref folder, Ref pool, Optional<Ref> host, List<VmSetting> settings, Watch watch)
      throws VSphereException, InterruptedException;

  Ref copy(Ref source, CloneSpec spec, Watch watch) throws VSphereException, InterruptedException;

  void reconfigure(Ref vm, List<VmSetting> settings, Watch watch)
      throws VSphereException, InterruptedException;

  void power(Ref vm, Power power, Watch watch) throws VSphereException, InterruptedException;

  /** Asks the guest to shut down; whether it does is seen by waiting. Needs VMware Tools. */
  void shutDownGuest(Ref vm) throws VSphereException;

  /** Asks the guest to reboot. Needs VMware Tools. */
  void rebootGuest(Ref vm) throws VSphereException;

  /** Sets what the guest is told when it starts next; the VM is powered off. */
  void customize(Ref vm, Customization customization, Watch watch)
      throws VSphereException, InterruptedException;

  void relocate(Ref vm, Placement placement, Watch watch)
      throws VSphereException, InterruptedException;

  /** Brings the virtual hardware to a version such as {@code vmx-19}; there is no way back. */
  void upgrade(Ref vm, String version, Watch watch) throws VSphereException, InterruptedException;

  void toTemplate(Ref vm) throws VSphereException;

  void toMachine(Ref template, Ref pool, Optional<Ref> host) throws VSphereException;

  /** Chooses an answer to the question that a VM waits with. */
  void answer(Ref vm, String question, String choice) throws VSphereException;

  /** Makes a snapshot, with the memory of a running VM, or with the guest's disks at rest. */
  Ref snapshot(
      Ref vm, String name, String description, boolean memory, boolean quiesce, Watch watch)
      throws VSphereException, InterruptedException;

  void renameSnapshot(Ref snapshot, String name, String description) throws VSphereException;

  void revert(Ref snapshot, Watch watch) throws VSphereException, InterruptedException;

  void removeSnapshot(Ref snapshot, boolean children, Watch watch)
      throws VSphereException, InterruptedException;
}
