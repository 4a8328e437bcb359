package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Machines;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.CloneSpec;
import dev.dvl.vsphere.session.spec.Customization;
import dev.dvl.vsphere.session.spec.Placement;
import dev.dvl.vsphere.session.spec.Power;
import dev.dvl.vsphere.session.spec.VmSetting;
import dev.dvl.vsphere.wire.Gates.Gate;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.spec.Clones;
import dev.dvl.vsphere.wire.spec.Customizations;
import dev.dvl.vsphere.wire.spec.Placements;
import dev.dvl.vsphere.wire.spec.VmConfig;
import dev.dvl.vsphere.wire.vim.AnswerVM;
import dev.dvl.vsphere.wire.vim.CloneVMTask;
import dev.dvl.vsphere.wire.vim.CreateSnapshotTask;
import dev.dvl.vsphere.wire.vim.CreateVMTask;
import dev.dvl.vsphere.wire.vim.CustomizeVMTask;
import dev.dvl.vsphere.wire.vim.MarkAsTemplate;
import dev.dvl.vsphere.wire.vim.MarkAsVirtualMachine;
import dev.dvl.vsphere.wire.vim.PowerOffVMTask;
import dev.dvl.vsphere.wire.vim.PowerOnVMTask;
import dev.dvl.vsphere.wire.vim.RebootGuest;
import dev.dvl.vsphere.wire.vim.ReconfigVMTask;
import dev.dvl.vsphere.wire.vim.RelocateVMTask;
import dev.dvl.vsphere.wire.vim.RemoveSnapshotTask;
import dev.dvl.vsphere.wire.vim.RenameSnapshot;
import dev.dvl.vsphere.wire.vim.ResetVMTask;
import dev.dvl.vsphere.wire.vim.RevertToSnapshotTask;
import dev.dvl.vsphere.wire.vim.ShutdownGuest;
import dev.dvl.vsphere.wire.vim.SuspendVMTask;
import dev.dvl.vsphere.wire.vim.UpgradeVMTask;
import dev.dvl.vsphere.wire.xml.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** VMs over SOAP. */
final class SoapMachines implements Machines {
  private final Vim vim;
  private final Operations operations;

  SoapMachines(Vim vim, Operations operations) {
    this.vim = vim;
    this.operations = operations;
  }

  @Override
  public Ref create(Ref folder, Ref pool, Optional<Ref> host, List<VmSetting> settings, Watch watch)
      throws VSphereException, InterruptedException {
    return operations.make(
        operations.rooms(Optional.of(pool), host, List.of()),
        new CreateVMTask(folder, VmConfig.of(settings), pool, host.orElse(null)),
        watch);
  }

  @Override
  public Ref copy(Ref source, CloneSpec spec, Watch watch)
      throws VSphereException, InterruptedException {
    return operations.make(
        places(spec.placement()),
        new CloneVMTask(source, spec.folder(), spec.name(), Clones.of(spec)),
        watch);
  }

  @Override
  public void reconfigure(Ref vm, List<VmSetting> settings, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(new ReconfigVMTask(vm, VmConfig.of(settings)), watch);
  }

  @Override
  public void power(Ref vm, Power power, Watch watch)
      throws VSphereException, InterruptedException {
    Call<Ref> call =
        switch (power) {
          case ON -> new PowerOnVMTask(vm, null);
          case OFF -> new PowerOffVMTask(vm);
          case SUSPEND -> new SuspendVMTask(vm);
          case RESET -> new ResetVMTask(vm);
        };
    operations.run(call, watch);
  }

  @Override
  public void shutDownGuest(Ref vm) throws VSphereException {
    vim.call(new ShutdownGuest(vm));
  }

  @Override
  public void rebootGuest(Ref vm) throws VSphereException {
    vim.call(new RebootGuest(vm));
  }

  @Override
  public void customize(Ref vm, Customization customization, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(new CustomizeVMTask(vm, Customizations.of(customization)), watch);
  }

  @Override
  public void relocate(Ref vm, Placement placement, Watch watch)
      throws VSphereException, InterruptedException {
    operations.through(
        places(placement), new RelocateVMTask(vm, Placements.of(placement), null), watch);
  }

  @Override
  public void upgrade(Ref vm, String version, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(new UpgradeVMTask(vm, version), watch);
  }

  @Override
  public void toTemplate(Ref vm) throws VSphereException {
    vim.call(new MarkAsTemplate(vm));
  }

  @Override
  public void toMachine(Ref template, Ref pool, Optional<Ref> host) throws VSphereException {
    vim.call(new MarkAsVirtualMachine(template, pool, host.orElse(null)));
  }

  @Override
  public void answer(Ref vm, String question, String choice) throws VSphereException {
    vim.call(new AnswerVM(vm, question, choice));
  }

  @Override
  public Ref snapshot(
      Ref vm, String name, String description, boolean memory, boolean quiesce, Watch watch)
      throws VSphereException, InterruptedException {
    return operations.make(
        List.of(), new CreateSnapshotTask(vm, name, description, memory, quiesce), watch);
  }

  @Override
  public void renameSnapshot(Ref snapshot, String name, String description)
      throws VSphereException {
    vim.call(new RenameSnapshot(snapshot, name, description));
  }

  @Override
  public void revert(Ref snapshot, Watch watch) throws VSphereException, InterruptedException {
    operations.run(new RevertToSnapshotTask(snapshot, null, null), watch);
  }

  @Override
  public void removeSnapshot(Ref snapshot, boolean children, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(new RemoveSnapshotTask(snapshot, children, true), watch);
  }

  /** Where disks are copied to; what stays in its pool counts for nobody's host. */
  private List<Gate> places(Placement placement) throws VSphereException {
    return operations.rooms(
        placement.pool(),
        placement.host(),
        Stream.concat(
                placement.datastore().stream(),
                placement.disks().stream().map(Placement.DiskPlacement::datastore))
            .toList());
  }
}
