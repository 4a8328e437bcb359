package dev.dvl.vsphere.rule;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Ref;
import dev.dvl.stdlib.AffinityRuleAttribute;
import dev.dvl.stdlib.AffinityRulePart;
import dev.dvl.stdlib.AffinityRuleSpec;
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
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.ClusterChange;
import dev.dvl.vsphere.session.spec.ClusterRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rules that keep machines together or apart. The key is the id of the cluster, a slash, and the
 * name; the number by which the server knows a rule is looked up when it is needed.
 */
public final class AffinityRule implements NamedType {
  private static final String CONFIG = "configurationEx";
  private static final String TOGETHER = "ClusterAffinityRuleSpec";
  private static final String APART = "ClusterAntiAffinityRuleSpec";

  @Override
  public String kind() {
    return "affinity_rule";
  }

  @Override
  public List<Selection> selections() {
    return List.of(new Selection("ComputeResource", List.of(CONFIG)));
  }

  @Override
  public List<NamedObject> seen(Site site, InventoryNames names, Collection<String> keys)
      throws VSphereException, NameProblem {
    List<Entry> clusters =
        names.inDatacenter("ComputeResource").stream()
            .filter(it -> keys.stream().anyMatch(key -> key.startsWith(it.ref().id() + "/")))
            .toList();
    clusters.forEach(it -> site.shelf().touch(it.ref()));
    List<NamedObject> seen = new ArrayList<>();
    for (Entry cluster : clusters) {
      Entry now = site.catalog().at(cluster.ref()).orElse(cluster);
      Optional<String> hidden =
          Unreadable.why(now.found()).filter(why -> now.get(CONFIG).isEmpty());
      hidden.ifPresent(why -> seen.addAll(unread(cluster, keys, why)));
      for (Tree rule : rules(now)) {
        seen.add(seen(cluster, rule));
      }
    }
    return seen;
  }

  private List<NamedObject> unread(Entry cluster, Collection<String> keys, String why) {
    String within = cluster.ref().id() + "/";
    return keys.stream()
        .filter(key -> key.startsWith(within))
        .map(key -> new Ref(kind(), key, key.substring(within.length())))
        .map(ref -> NamedObject.unreadable(ref, why))
        .toList();
  }

  private static Entry now(Site site, Entry cluster) throws VSphereException {
    return site.now(cluster.ref()).orElse(cluster);
  }

  private static List<Tree> rules(Entry cluster) {
    return cluster.get(CONFIG).map(it -> it.all("rule")).orElse(List.of()).stream()
        .filter(it -> it.type().equals(TOGETHER) || it.type().equals(APART))
        .toList();
  }

  private NamedObject seen(Entry cluster, Tree rule) {
    String name = rule.text("name").orElse("");
    Map<String, Value> values = new TreeMap<>();
    values.put("name", Value.text(name));
    values.put("cluster", Value.text(cluster.name()));
    values.put("keep", Value.text(rule.type().equals(TOGETHER) ? "together" : "apart"));
    values.put("enabled", Value.of(rule.bool("enabled").orElse(false)));
    values.put("mandatory", Value.of(rule.bool("mandatory").orElse(false)));
    values.put(
        "vms",
        Value.SetOf.of(
            rule.all("vm").stream()
                .flatMap(it -> it.ref().stream())
                .map(it -> Value.text(it.id()))
                .toList()));
    return new NamedObject(
        new Ref(kind(), cluster.ref().id() + "/" + name, name), values, Map.of());
  }

  @Override
  public Optional<String> key(Map<String, Value> want, InventoryNames names) throws NameProblem {
    AffinityRulePart rule = AffinityRulePart.of(want);
    String cluster = cluster(rule, names).ref().id();
    return rule.name().known().map(name -> cluster + "/" + name);
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) {
    List<Finding> needed = Finds.needsVCenter(wanted, reading.site());
    return needed.isEmpty()
        ? Finds.named(
            wanted,
            AffinityRuleAttribute.CLUSTER,
            AffinityRulePart.of(wanted.values()).cluster(),
            name -> reading.names().compute(name, Optional.empty()))
        : needed;
  }

  @Override
  public String called(Map<String, Value> want) {
    return AffinityRulePart.of(want).name().orElse("");
  }

  /** Calls on one cluster come one after the other. */
  @Override
  public String lock(Map<String, Value> want) {
    return "cluster:" + AffinityRulePart.of(want).cluster().orElse("");
  }

  @Override
  public Privilege right() {
    return Privilege.EDIT_CLUSTER;
  }

  @Override
  public dev.dvl.vsphere.session.Ref place(InventoryNames names, Map<String, Value> want)
      throws NameProblem {
    return cluster(AffinityRulePart.of(want), names).ref();
  }

  @Override
  public void put(Site site, Optional<NamedObject> there, Map<String, Value> want, Watch watch)
      throws VSphereException, NameProblem, InterruptedException {
    AffinityRuleSpec wanted = AffinityRuleSpec.of(want);
    Entry cluster = now(site, site.names().compute(wanted.cluster(), Optional.empty()));
    String name = wanted.name().orElseThrow();
    ClusterRule rule = rule(name, wanted);
    ClusterChange change =
        number(cluster, name)
            .<ClusterChange>map(number -> new ClusterChange.EditRule(number, rule))
            .orElseGet(() -> new ClusterChange.AddRule(rule));
    site.session().objects().reconfigureCluster(cluster.ref(), List.of(change), watch);
  }

  @Override
  public void remove(Site site, NamedObject there, Watch watch)
      throws VSphereException, NameProblem, InterruptedException {
    Entry cluster = now(site, cluster(AffinityRulePart.of(there.values()), site.names()));
    Optional<Integer> number = number(cluster, there.ref().name());
    if (number.isPresent()) {
      site.session()
          .objects()
          .reconfigureCluster(
              cluster.ref(), List.of(new ClusterChange.RemoveRule(number.get())), watch);
    }
  }

  private static Optional<Integer> number(Entry cluster, String name) {
    return rules(cluster).stream()
        .filter(it -> it.text("name").filter(name::equals).isPresent())
        .flatMap(it -> it.number("key").stream())
        .map(Math::toIntExact)
        .findFirst();
  }

  private static ClusterRule rule(String name, AffinityRuleSpec want) {
    boolean enabled = want.enabled().orElse(true);
    boolean mandatory = want.mandatory().orElse(false);
    List<dev.dvl.vsphere.session.Ref> machines =
        want.vms().stream()
            .map(it -> new dev.dvl.vsphere.session.Ref("VirtualMachine", it.text()))
            .toList();
    return switch (want.keep()) {
      case TOGETHER -> new ClusterRule.Together(name, enabled, mandatory, machines);
      case APART -> new ClusterRule.Apart(name, enabled, mandatory, machines);
    };
  }

  private static Entry cluster(AffinityRulePart rule, InventoryNames names) throws NameProblem {
    return names.compute(rule.cluster().known(), Optional.empty());
  }
}
