package dev.dvl.vsphere.network;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.DistributedSwitchAttribute;
import dev.dvl.stdlib.DistributedSwitchMembersPart;
import dev.dvl.stdlib.DistributedSwitchPart;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.marked.MarkedType;
import dev.dvl.vsphere.need.Privilege;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Distributed switches. One goes only without port groups: the server would destroy them with it.
 */
public final class DistributedSwitch implements MarkedType {
  @Override
  public String kind() {
    return "distributed_switch";
  }

  @Override
  public String type() {
    return "DistributedVirtualSwitch";
  }

  /** Of the two sorts of switch that there are, the only one that can be made. */
  @Override
  public String taggedAs() {
    return "VmwareDistributedVirtualSwitch";
  }

  @Override
  public List<String> events() {
    return List.of("DvsReconfiguredEvent", "DvsRenamedEvent", "DvsDestroyedEvent");
  }

  @Override
  public Rights rights() {
    return new Rights(
        Privilege.CREATE_SWITCH, Optional.of(Privilege.MODIFY_SWITCH), Privilege.DELETE_SWITCH);
  }

  @Override
  public List<String> paths() {
    return List.of("uuid", "config");
  }

  @Override
  public List<Selection> more() {
    return List.of(new Selection("Datacenter", List.of("networkFolder")));
  }

  @Override
  public boolean covers(InventoryNames names, Entry entry) throws NameProblem {
    return names.catalog().isBelow(entry, names.datacenter().ref());
  }

  @Override
  public String written(InventoryNames names, Entry entry) {
    return entry.name();
  }

  @Override
  public Map<String, Value> values(InventoryNames names, Entry entry) {
    return entry
        .get("config")
        .map(config -> new SwitchValues(names.catalog(), config).all())
        .orElse(Map.of());
  }

  @Override
  public Map<String, Value> outputs(InventoryNames names, Entry entry) {
    return Map.of("uuid", Value.text(entry.text("uuid")));
  }

  @Override
  public Optional<String> called(Instance wanted, Reading reading) {
    return DistributedSwitchPart.of(wanted.values()).name().known();
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) {
    List<Finding> findings = new ArrayList<>();
    for (DistributedSwitchMembersPart member :
        Field.elements(DistributedSwitchPart.of(wanted.values()).members())) {
      Optional<String> esxi = member.esxi().known();
      if (esxi.isPresent()) {
        findings.addAll(
            Finds.found(
                wanted,
                DistributedSwitchAttribute.MEMBERS,
                esxi,
                name -> reading.names().anyEsxi(name)));
      }
    }
    return findings;
  }

  @Override
  public Ref place(InventoryNames names, Map<String, Value> want) throws NameProblem {
    Entry center = names.datacenter();
    return center.get("networkFolder").flatMap(Tree::ref).orElse(center.ref());
  }

  @Override
  public Ref create(Site site, String making, Value.ObjectOf want, Watch watch)
      throws VSphereException, NameProblem, InterruptedException {
    InventoryNames names = site.names();
    return site.session()
        .networks()
        .createSwitch(
            place(names, want.fields()),
            new SwitchSpecs(names, DistributedSwitchPart.of(want.fields()), true).created(making),
            watch);
  }

  @Override
  public void update(Site site, Entry object, Value.ObjectOf want, boolean whole, Watch watch)
      throws VSphereException, NameProblem, InterruptedException {
    Tree config = object.get("config").orElseThrow();
    DistributedSwitchPart part = DistributedSwitchPart.of(want.fields());
    Optional<String> version = part.version().known();
    if (version.isPresent() && !version.equals(config.text("productInfo.version"))) {
      site.session().networks().upgradeSwitch(object.ref(), version.get(), watch);
      config = config(site, object);
    }
    site.session()
        .networks()
        .reconfigureSwitch(
            object.ref(),
            new SwitchSpecs(site.names(), part, whole).changed(object.name(), config),
            watch);
  }

  @Override
  public List<String> keeping(Site site, Entry entry) throws VSphereException {
    return site.shelf().fresh().all("DistributedVirtualPortgroup").stream()
        .filter(it -> !DistributedPortGroup.isUplink(it))
        .filter(it -> DistributedPortGroup.dvs(it).filter(entry.ref()::equals).isPresent())
        .map(it -> "The port group `" + it.name() + "` is on it.")
        .toList();
  }

  private static Tree config(Site site, Entry object) throws VSphereException {
    return site.session()
        .inventory()
        .read(List.of(object.ref()), new Selection(object.ref().type(), List.of("config")))
        .getFirst()
        .get("config")
        .orElseThrow();
  }
}
