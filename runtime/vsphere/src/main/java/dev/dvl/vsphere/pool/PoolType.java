package dev.dvl.vsphere.pool;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.stdlib.ResourcePoolPart;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Allocations;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.marked.MarkedType;
import dev.dvl.vsphere.need.Privilege;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.Allocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Resource pools. A path begins below the own pool of a cluster or an ESXi host, which no path
 * names; clusters may have pools of the same path. One goes only when it is empty.
 */
public final class PoolType implements MarkedType {
  private static final String CPU = "config.cpuAllocation";
  private static final String MEMORY = "config.memoryAllocation";

  @Override
  public String kind() {
    return "resource_pool";
  }

  @Override
  public String type() {
    return "ResourcePool";
  }

  @Override
  public List<String> events() {
    return List.of(
        "ResourcePoolReconfiguredEvent", "ResourcePoolMovedEvent", "ResourcePoolDestroyedEvent");
  }

  @Override
  public Rights rights() {
    return new Rights(
        Privilege.CREATE_POOL, Optional.of(Privilege.EDIT_POOL), Privilege.DELETE_POOL);
  }

  @Override
  public List<String> paths() {
    return List.of("owner", CPU, MEMORY, "resourcePool", "vm");
  }

  @Override
  public boolean covers(InventoryNames names, Entry entry) throws NameProblem {
    return entry.ref().type().equals(type())
        && !isTop(names, entry.ref())
        && names.catalog().isBelow(entry, names.datacenter().ref());
  }

  @Override
  public String written(InventoryNames names, Entry entry) {
    return owner(names, entry)
        .flatMap(owner -> owner.get("resourcePool"))
        .flatMap(Tree::ref)
        .map(top -> names.catalog().path(entry, top))
        .orElse(entry.name());
  }

  @Override
  public Map<String, Value> values(InventoryNames names, Entry entry) {
    Map<String, Value> values = new TreeMap<>();
    entry
        .parent()
        .filter(parent -> !isTop(names, parent))
        .flatMap(names.catalog()::at)
        .ifPresent(parent -> values.put("parent", Value.text(written(names, parent))));
    owner(names, entry)
        .ifPresent(
            owner -> values.put(isCluster(owner) ? "cluster" : "esxi", Value.text(owner.name())));
    entry.get(CPU).ifPresent(it -> values.putAll(Allocations.CPU.values(it)));
    entry.get(MEMORY).ifPresent(it -> values.putAll(Allocations.MEMORY.values(it)));
    return values;
  }

  @Override
  public Map<String, Value> outputs(InventoryNames names, Entry entry) {
    return Map.of();
  }

  /** Clusters may have pools of one path, so the one that stands there goes by its id. */
  @Override
  public Optional<String> called(Instance wanted, Reading reading) throws NameProblem {
    return PoolPlace.there(wanted, reading).map(it -> it.ref().id());
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) {
    return PoolFindings.of(wanted, reading);
  }

  @Override
  public Ref place(InventoryNames names, Map<String, Value> want) throws NameProblem {
    ResourcePoolPart pool = ResourcePoolPart.of(want);
    return Links.ref(
        pool.parent().known(),
        "ResourcePool",
        path -> names.pool(names.compute(pool.cluster().known(), pool.esxi().known()), path));
  }

  @Override
  public Ref create(Site site, String making, Value.ObjectOf want, Watch watch)
      throws VSphereException, NameProblem {
    return site.session()
        .objects()
        .createPool(
            place(site.names(), want.fields()),
            making,
            Allocations.CPU.of(Wanted.of(want), Allocations.USUAL),
            Allocations.MEMORY.of(Wanted.of(want), Allocations.USUAL));
  }

  @Override
  public void update(Site site, Entry object, Value.ObjectOf want, boolean whole, Watch watch)
      throws VSphereException, NameProblem {
    if (whole || ResourcePoolPart.of(want.fields()).parent().isSet()) {
      Ref parent = place(site.names(), want.fields());
      if (object.parent().filter(parent::equals).isEmpty()) {
        site.session().objects().moveToPool(object.ref(), parent);
      }
    }
    site.session()
        .objects()
        .updatePool(
            object.ref(),
            object.name(),
            Allocations.CPU.of(Wanted.of(want), otherwise(object, CPU, whole)),
            Allocations.MEMORY.of(Wanted.of(want), otherwise(object, MEMORY, whole)));
  }

  @Override
  public void rename(Site site, Entry object, String name, Watch watch) throws VSphereException {
    site.session()
        .objects()
        .updatePool(
            object.ref(), name, otherwise(object, CPU, false), otherwise(object, MEMORY, false));
  }

  @Override
  public List<String> keeping(Site site, Entry entry) {
    List<String> keeping = new ArrayList<>();
    int pools = count(entry, "resourcePool");
    int machines = count(entry, "vm");
    if (pools > 0) {
      keeping.add("Pools are in it: " + pools + ".");
    }
    if (machines > 0) {
      keeping.add("Machines are in it: " + machines + ".");
    }
    return keeping;
  }

  private static int count(Entry entry, String path) {
    return entry.get(path).map(Tree::refs).orElse(List.of()).size();
  }

  private static Allocation otherwise(Entry object, String path, boolean whole) {
    return whole
        ? Allocations.USUAL
        : object.get(path).map(Allocations::read).orElse(Allocation.UNCHANGED);
  }

  private static Optional<Entry> owner(InventoryNames names, Entry entry) {
    return entry.get("owner").flatMap(Tree::ref).flatMap(names.catalog()::at);
  }

  private static boolean isTop(InventoryNames names, Ref pool) {
    return names.catalog().at(pool).flatMap(Entry::parent).stream()
        .anyMatch(
            parent -> !parent.type().equals("ResourcePool") && !parent.type().equals("VirtualApp"));
  }

  private static boolean isCluster(Entry compute) {
    return compute.ref().type().equals("ClusterComputeResource");
  }
}
