package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Networks;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.NetworkPolicy;
import dev.dvl.vsphere.session.spec.PortGroupSpec;
import dev.dvl.vsphere.session.spec.SwitchSpec;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.spec.HostPolicies;
import dev.dvl.vsphere.wire.spec.Switches;
import dev.dvl.vsphere.wire.vim.AddDVPortgroupTask;
import dev.dvl.vsphere.wire.vim.AddPortGroup;
import dev.dvl.vsphere.wire.vim.CreateDVSTask;
import dev.dvl.vsphere.wire.vim.PerformDvsProductSpecOperationTask;
import dev.dvl.vsphere.wire.vim.ReconfigureDVPortgroupTask;
import dev.dvl.vsphere.wire.vim.ReconfigureDvsTask;
import dev.dvl.vsphere.wire.vim.RemovePortGroup;
import dev.dvl.vsphere.wire.vim.UpdatePortGroup;
import java.util.List;

/** Networks over SOAP. */
final class SoapNetworks implements Networks {
  private final Vim vim;
  private final Operations operations;

  SoapNetworks(Vim vim, Operations operations) {
    this.vim = vim;
    this.operations = operations;
  }

  @Override
  public void addHostPortGroup(Ref system, String name, String onSwitch, NetworkPolicy policy)
      throws VSphereException {
    vim.call(new AddPortGroup(system, HostPolicies.portGroup(name, onSwitch, policy)));
  }

  @Override
  public void updateHostPortGroup(
      Ref system, String current, String name, String onSwitch, NetworkPolicy policy)
      throws VSphereException {
    vim.call(new UpdatePortGroup(system, current, HostPolicies.portGroup(name, onSwitch, policy)));
  }

  @Override
  public void removeHostPortGroup(Ref system, String name) throws VSphereException {
    vim.call(new RemovePortGroup(system, name));
  }

  @Override
  public Ref createSwitch(Ref folder, SwitchSpec spec, Watch watch)
      throws VSphereException, InterruptedException {
    return operations.make(List.of(), new CreateDVSTask(folder, Switches.created(spec)), watch);
  }

  @Override
  public void reconfigureSwitch(Ref dvs, SwitchSpec spec, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(new ReconfigureDvsTask(dvs, Switches.of(spec)), watch);
  }

  @Override
  public void upgradeSwitch(Ref dvs, String version, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(
        new PerformDvsProductSpecOperationTask(dvs, "upgrade", Switches.product(version)), watch);
  }

  @Override
  public void addPortGroup(Ref dvs, PortGroupSpec spec, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(new AddDVPortgroupTask(dvs, List.of(Switches.portGroup(spec))), watch);
  }

  @Override
  public void reconfigurePortGroup(Ref portGroup, PortGroupSpec spec, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(new ReconfigureDVPortgroupTask(portGroup, Switches.portGroup(spec)), watch);
  }
}
