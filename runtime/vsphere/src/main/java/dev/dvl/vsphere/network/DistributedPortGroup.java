package dev.dvl.vsphere.network;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.DistributedPortGroupAttribute;
import dev.dvl.stdlib.DistributedPortGroupPart;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.marked.MarkedType;
import dev.dvl.vsphere.need.Privilege;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port groups of distributed switches; those for uplinks are the server's own. */
public final class DistributedPortGroup implements MarkedType {
  private static final String UPLINKS = "SYSTEM/DVS.UPLINKPG";

  @Override
  public String kind() {
    return "distributed_port_group";
  }

  @Override
  public String type() {
    return "DistributedVirtualPortgroup";
  }

  @Override
  public List<String> events() {
    return List.of(
        "DVPortgroupReconfiguredEvent", "DVPortgroupRenamedEvent", "DVPortgroupDestroyedEvent");
  }

  @Override
  public Rights rights() {
    return new Rights(
        Privilege.CREATE_PORT_GROUP,
        Optional.of(Privilege.MODIFY_PORT_GROUP),
        Privilege.DELETE_PORT_GROUP);
  }

  @Override
  public List<String> paths() {
    return List.of("config", "tag", "vm");
  }

  @Override
  public List<Selection> more() {
    return List.of(new Selection("DistributedVirtualSwitch", List.of()));
  }

  @Override
  public boolean covers(InventoryNames names, Entry entry) throws NameProblem {
    return !isUplink(entry) && names.catalog().isBelow(entry, names.datacenter().ref());
  }

  static boolean isUplink(Entry entry) {
    boolean tagged =
        entry.get("tag").map(Tree::children).orElse(List.of()).stream()
            .anyMatch(it -> it.text("key").filter(UPLINKS::equals).isPresent());
    return tagged || entry.get("config").flatMap(it -> it.bool("uplink")).orElse(false);
  }

  static Optional<Ref> dvs(Entry entry) {
    return entry.get("config").flatMap(it -> it.ref("distributedVirtualSwitch"));
  }

  @Override
  public String written(InventoryNames names, Entry entry) {
    return entry.name();
  }

  @Override
  public Map<String, Value> values(InventoryNames names, Entry entry) {
    Map<String, Value> values =
        entry.get("config").map(PortGroupValues::of).orElseGet(java.util.TreeMap::new);
    dvs(entry)
        .flatMap(names.catalog()::at)
        .ifPresent(it -> values.put("switch", Value.text(it.name())));
    return values;
  }

  @Override
  public Map<String, Value> defaults() {
    return Map.of("security", PortGroupValues.NOTHING_ALLOWED);
  }

  @Override
  public Map<String, Value> outputs(InventoryNames names, Entry entry) {
    return Map.of();
  }

  @Override
  public Optional<String> called(Instance wanted, Reading reading) {
    return DistributedPortGroupPart.of(wanted.values()).name().known();
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) {
    return Finds.ifLinked(
        wanted,
        DistributedPortGroupAttribute.SWITCH,
        DistributedPortGroupPart.of(wanted.values()).switch_(),
        name -> reading.names().distributedSwitch(name.orElseThrow()));
  }

  @Override
  public Ref place(InventoryNames names, Map<String, Value> want) throws NameProblem {
    return dvs(names, DistributedPortGroupPart.of(want).switch_().known()).ref();
  }

  @Override
  public Ref create(Site site, String making, Value.ObjectOf want, Watch watch)
      throws VSphereException, NameProblem, InterruptedException {
    DistributedPortGroupPart group = DistributedPortGroupPart.of(want.fields());
    Entry dvs = dvs(site.names(), group.switch_().known());
    site.session()
        .networks()
        .addPortGroup(dvs.ref(), PortGroupSpecs.of(making, group, Optional.empty()), watch);
    String beside = site.catalog().address(dvs);
    return site.session()
        .inventory()
        .byPath(beside.substring(0, beside.lastIndexOf('/') + 1) + Catalog.escaped(making))
        .orElseThrow(
            () ->
                new VSphereException(
                    Fault.of(Fault.Kind.NOT_FOUND, "The new port group is not there.", "")));
  }

  @Override
  public void update(Site site, Entry object, Value.ObjectOf want, boolean whole, Watch watch)
      throws VSphereException, InterruptedException {
    Tree config = object.get("config").orElseThrow();
    Map<String, Value> target =
        whole ? want.fields() : PortGroupValues.under(config, want.fields());
    site.session()
        .networks()
        .reconfigurePortGroup(
            object.ref(),
            PortGroupSpecs.of(
                object.name(), DistributedPortGroupPart.of(target), config.text("configVersion")),
            watch);
  }

  @Override
  public List<String> keeping(Site site, Entry entry) {
    int machines = entry.get("vm").map(Tree::refs).orElse(List.of()).size();
    return machines == 0 ? List.of() : List.of("Machines are connected to it: " + machines + ".");
  }

  /** A switch that the same plan makes is not there yet, and under no name. */
  private static Entry dvs(InventoryNames names, Optional<Link> link) throws NameProblem {
    Optional<Entry> made =
        link.flatMap(Link::objectId)
            .flatMap(it -> names.catalog().byId("DistributedVirtualSwitch", it));
    return made.isPresent()
        ? made.get()
        : names.distributedSwitch(link.flatMap(Link::given).orElse(""));
  }
}
