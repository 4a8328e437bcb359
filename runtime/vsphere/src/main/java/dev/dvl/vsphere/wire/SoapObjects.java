package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Objects;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.Allocation;
import dev.dvl.vsphere.session.spec.ClusterChange;
import dev.dvl.vsphere.wire.property.Collector;
import dev.dvl.vsphere.wire.soap.Required;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.spec.Allocations;
import dev.dvl.vsphere.wire.spec.ClusterConfig;
import dev.dvl.vsphere.wire.vim.AddCustomFieldDef;
import dev.dvl.vsphere.wire.vim.CreateFolder;
import dev.dvl.vsphere.wire.vim.CreateResourcePool;
import dev.dvl.vsphere.wire.vim.DestroyTask;
import dev.dvl.vsphere.wire.vim.MoveIntoFolderTask;
import dev.dvl.vsphere.wire.vim.MoveIntoResourcePool;
import dev.dvl.vsphere.wire.vim.ReconfigureComputeResourceTask;
import dev.dvl.vsphere.wire.vim.RemoveCustomFieldDef;
import dev.dvl.vsphere.wire.vim.RenameCustomFieldDef;
import dev.dvl.vsphere.wire.vim.RenameTask;
import dev.dvl.vsphere.wire.vim.ResourceConfigSpec;
import dev.dvl.vsphere.wire.vim.SetField;
import dev.dvl.vsphere.wire.vim.UpdateConfig;
import java.util.List;
import java.util.Optional;

/** Folders, pools, clusters and fields over SOAP. */
final class SoapObjects implements Objects {
  private final Vim vim;
  private final Operations operations;
  private final Collector collector;

  SoapObjects(Vim vim, Operations operations, Collector collector) {
    this.vim = vim;
    this.operations = operations;
    this.collector = collector;
  }

  @Override
  public void rename(Ref object, String name, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(new RenameTask(object, name), watch);
  }

  @Override
  public void move(Ref object, Ref folder, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(new MoveIntoFolderTask(folder, List.of(object)), watch);
  }

  @Override
  public void destroy(Ref object, Watch watch) throws VSphereException, InterruptedException {
    operations.run(new DestroyTask(object), watch);
  }

  @Override
  public Ref createFolder(Ref parent, String name) throws VSphereException {
    return vim.call(new CreateFolder(parent, name));
  }

  @Override
  public Ref createPool(Ref parent, String name, Allocation cpuMhz, Allocation memoryMb)
      throws VSphereException {
    return vim.call(new CreateResourcePool(parent, name, pool(cpuMhz, memoryMb)));
  }

  @Override
  public void updatePool(Ref pool, String name, Allocation cpuMhz, Allocation memoryMb)
      throws VSphereException {
    vim.call(new UpdateConfig(pool, name, pool(cpuMhz, memoryMb)));
  }

  @Override
  public void moveToPool(Ref object, Ref pool) throws VSphereException {
    vim.call(new MoveIntoResourcePool(pool, List.of(object)));
  }

  @Override
  public void reconfigureCluster(Ref cluster, List<ClusterChange> changes, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(
        new ReconfigureComputeResourceTask(cluster, ClusterConfig.of(changes), true), watch);
  }

  @Override
  public Optional<Integer> fieldKey(String name) throws VSphereException {
    Selection selection = new Selection("CustomFieldsManager", List.of("field"));
    List<Found> read = collector.read(List.of(fields()), selection);
    for (Found found : read) {
      Optional<Fault> hidden = found.missing().values().stream().findFirst();
      if (hidden.isPresent()) {
        throw new VSphereException(hidden.get());
      }
    }
    return read.stream()
        .flatMap(it -> it.get("field").stream())
        .flatMap(it -> it.children().stream())
        .filter(it -> it.text("name").filter(name::equals).isPresent())
        .flatMap(it -> it.number("key").stream())
        .map(Math::toIntExact)
        .findFirst();
  }

  @Override
  public int defineField(String name, String type) throws VSphereException {
    return vim.call(new AddCustomFieldDef(fields(), name, type.isEmpty() ? null : type)).key();
  }

  @Override
  public void renameField(int key, String name) throws VSphereException {
    vim.call(new RenameCustomFieldDef(fields(), key, name));
  }

  @Override
  public void removeField(int key) throws VSphereException {
    vim.call(new RemoveCustomFieldDef(fields(), key));
  }

  @Override
  public void setField(Ref object, int key, String value) throws VSphereException {
    vim.call(new SetField(fields(), object, key, value));
  }

  private Ref fields() throws VSphereException {
    return Required.of(vim.content().customFieldsManager(), "custom fields");
  }

  private static ResourceConfigSpec pool(Allocation cpuMhz, Allocation memoryMb) {
    return ResourceConfigSpec.builder()
        .cpuAllocation(Allocations.of(cpuMhz))
        .memoryAllocation(Allocations.of(memoryMb))
        .build();
  }
}
