package dev.dvl.vsphere.network;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Ref;
import dev.dvl.stdlib.PortGroupAttribute;
import dev.dvl.stdlib.PortGroupPart;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.kind.Unreadable;
import dev.dvl.vsphere.named.NamedObject;
import dev.dvl.vsphere.named.NamedType;
import dev.dvl.vsphere.need.Privilege;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Networks;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.NetworkPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Port groups on standard switches. The key is the id of the ESXi host, a slash, and the name. */
public final class HostPortGroup implements NamedType {
  private static final String SYSTEM = "configManager.networkSystem";
  private static final String STATE = "runtime.connectionState";
  private static final String GROUPS = "networkInfo.portgroup";

  @Override
  public String kind() {
    return "port_group";
  }

  @Override
  public List<Selection> selections() {
    return List.of(new Selection("HostSystem", List.of(SYSTEM, STATE)));
  }

  @Override
  public List<NamedObject> seen(Site site, InventoryNames names, Collection<String> keys)
      throws VSphereException, NameProblem {
    List<NamedObject> seen = new ArrayList<>();
    Map<dev.dvl.vsphere.session.Ref, Entry> hosts = new LinkedHashMap<>();
    for (Entry host : names.inDatacenter("HostSystem")) {
      if (keys.stream().anyMatch(key -> key.startsWith(host.ref().id() + "/"))) {
        Optional<dev.dvl.vsphere.session.Ref> system = host.get(SYSTEM).flatMap(Tree::ref);
        Optional<String> silence = silence(host, system);
        silence.ifPresent(why -> seen.addAll(unread(host, keys, why)));
        system.filter(it -> silence.isEmpty()).ifPresent(it -> hosts.put(it, host));
      }
    }
    Selection selection = new Selection("HostNetworkSystem", List.of(GROUPS));
    for (Found system : site.session().inventory().read(hosts.keySet(), selection)) {
      Entry host = hosts.get(system.ref());
      Optional<String> hidden = Unreadable.why(system);
      if (host != null && hidden.isPresent()) {
        seen.addAll(unread(host, keys, hidden.get()));
      } else if (host != null) {
        system.get(GROUPS).ifPresent(it -> it.children().forEach(one -> seen.add(seen(host, one))));
      }
    }
    return seen;
  }

  /** Why nobody can tell which port groups a host has. */
  private static Optional<String> silence(
      Entry host, Optional<dev.dvl.vsphere.session.Ref> system) {
    String name = "The ESXi host `" + host.name() + "`";
    return switch (host.text(STATE)) {
      case "disconnected", "notResponding" ->
          Optional.of(name + " is `" + host.text(STATE) + "`: vCenter cannot ask it.");
      case String connected when system.isEmpty() ->
          Unreadable.why(host.found()).or(() -> Optional.of(name + " does not tell its networks."));
      case String connected -> Optional.empty();
    };
  }

  private List<NamedObject> unread(Entry host, Collection<String> keys, String why) {
    String within = host.ref().id() + "/";
    return keys.stream()
        .filter(key -> key.startsWith(within))
        .map(key -> new Ref(kind(), key, key.substring(within.length())))
        .map(ref -> NamedObject.unreadable(ref, why))
        .toList();
  }

  private NamedObject seen(Entry host, Tree group) {
    String name = group.text("spec.name").orElse("");
    Map<String, Value> values = new TreeMap<>();
    values.put("name", Value.text(name));
    values.put("esxi", Value.text(host.name()));
    group.text("spec.vswitchName").ifPresent(it -> values.put("switch", Value.text(it)));
    group
        .at("spec")
        .flatMap(it -> it.number("vlanId"))
        .ifPresent(it -> values.put("vlan", Value.of(it)));
    group.at("spec.policy").ifPresent(it -> values.putAll(HostPolicyValues.of(it)));
    Map<String, Value> outputs = new TreeMap<>();
    group.text("key").ifPresent(it -> outputs.put("key", Value.text(it)));
    return new NamedObject(new Ref(kind(), host.ref().id() + "/" + name, name), values, outputs);
  }

  @Override
  public Optional<String> key(Map<String, Value> want, InventoryNames names) throws NameProblem {
    PortGroupPart group = PortGroupPart.of(want);
    String host = names.anyEsxi(group.esxi().known()).ref().id();
    return group.name().known().map(name -> host + "/" + name);
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) {
    return Finds.named(
        wanted,
        PortGroupAttribute.ESXI,
        PortGroupPart.of(wanted.values()).esxi(),
        name -> reading.names().anyEsxi(name));
  }

  @Override
  public String called(Map<String, Value> want) {
    return PortGroupPart.of(want).name().orElse("");
  }

  @Override
  public String lock(Map<String, Value> want) {
    return "hostnet:" + PortGroupPart.of(want).esxi().orElse("");
  }

  @Override
  public Privilege right() {
    return Privilege.CONFIGURE_HOST_NETWORK;
  }

  @Override
  public dev.dvl.vsphere.session.Ref place(InventoryNames names, Map<String, Value> want)
      throws NameProblem {
    return names.anyEsxi(PortGroupPart.of(want).esxi().known()).ref();
  }

  @Override
  public void put(Site site, Optional<NamedObject> there, Map<String, Value> want, Watch watch)
      throws VSphereException, NameProblem {
    Networks networks = site.session().networks();
    PortGroupPart group = PortGroupPart.of(want);
    dev.dvl.vsphere.session.Ref system = system(site, group.esxi().known());
    String name = group.name().known().orElseThrow();
    String onSwitch = group.switch_().orElse("vSwitch0");
    NetworkPolicy policy = Policies.of(group);
    if (there.isPresent()) {
      networks.updateHostPortGroup(system, name, name, onSwitch, policy);
    } else {
      networks.addHostPortGroup(system, name, onSwitch, policy);
    }
  }

  @Override
  public void remove(Site site, NamedObject there, Watch watch)
      throws VSphereException, NameProblem {
    Optional<String> esxi = PortGroupPart.of(there.values()).esxi().known();
    site.session().networks().removeHostPortGroup(system(site, esxi), there.ref().name());
  }

  private dev.dvl.vsphere.session.Ref system(Site site, Optional<String> esxi)
      throws VSphereException, NameProblem {
    InventoryNames names = site.names();
    return names.anyEsxi(esxi).get(SYSTEM).flatMap(Tree::ref).orElseThrow();
  }
}
