package dev.dvl.vsphere.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.vsphere.session.Events.Event;
import dev.dvl.vsphere.session.Files.Entry;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Packages;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.Allocation;
import dev.dvl.vsphere.session.spec.ClusterChange;
import dev.dvl.vsphere.session.spec.ClusterRule;
import dev.dvl.vsphere.session.spec.NetworkPolicy;
import dev.dvl.vsphere.session.spec.OvfSpec;
import dev.dvl.vsphere.session.spec.PortGroupSpec;
import dev.dvl.vsphere.session.spec.Shares;
import dev.dvl.vsphere.session.spec.SwitchSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes and changes what is around VMs on the vCenter simulator. */
class SimulatorObjectsTest {

  @Test
  void makesRenamesAndMovesFolders() throws Exception {
    try (Lab lab = new Lab()) {
      Ref folder = lab.keep(lab.session.objects().createFolder(lab.folder(), Lab.name()));
      Ref inner = lab.session.objects().createFolder(folder, Lab.name());
      String name = Lab.name();
      lab.session.objects().rename(inner, name, Lab.WATCH);
      lab.session.objects().move(inner, lab.folder(), Lab.WATCH);
      assertThat(lab.at("/DC0/vm/" + name)).isEqualTo(lab.keep(inner));
    }
  }

  @Test
  void makesAndChangesPools() throws Exception {
    try (Lab lab = new Lab()) {
      Allocation cpu =
          new Allocation(
              Optional.of(10L),
              Optional.of(-1L),
              Optional.of(new Shares("custom", 77)),
              Optional.of(true));
      Ref pool = lab.keep(lab.session.objects().createPool(lab.pool(), Lab.name(), cpu, usual(5L)));
      assertThat(lab.get(pool, "config.cpuAllocation").number("shares.shares")).contains(77L);
      String name = Lab.name();
      lab.session.objects().updatePool(pool, name, cpu, usual(6L));
      assertThat(lab.get(pool, "name").text()).isEqualTo(name);
      assertThat(lab.get(pool, "config.memoryAllocation").number("reservation")).contains(6L);
    }
  }

  @Test
  void makesPortGroupsOfHosts() throws Exception {
    try (Lab lab = new Lab()) {
      Ref system = lab.get(lab.host(), "configManager.networkSystem").ref().get();
      String name = Lab.name();
      NetworkPolicy policy = NetworkPolicy.INHERITED.on(new NetworkPolicy.Single(42));
      lab.session.networks().addHostPortGroup(system, name, "vSwitch0", policy);
      assertThat(lab.get(system, "networkInfo.portgroup").children())
          .anySatisfy(
              it -> {
                assertThat(it.text("spec.name")).contains(name);
                assertThat(it.text("spec.vlanId")).contains("42");
              });
      lab.session.networks().removeHostPortGroup(system, name);
      assertThat(lab.get(system, "networkInfo.portgroup").children())
          .noneMatch(it -> it.text("spec.name").equals(Optional.of(name)));
    }
  }

  @Test
  void makesAndChangesDistributedSwitches() throws Exception {
    try (Lab lab = new Lab()) {
      Ref dvs =
          lab.keep(
              lab.session.networks().createSwitch(lab.at("/DC0/network"), dvs(lab), Lab.WATCH));
      String name = Lab.name();
      lab.session.networks().addPortGroup(dvs, portGroup(name, 7, Optional.empty()), Lab.WATCH);
      Ref group = lab.at("/DC0/network/" + name);
      Tree config = lab.get(group, "config");
      assertThat(config.text("defaultPortConfig.vlan.vlanId")).contains("7");
      lab.session
          .networks()
          .reconfigurePortGroup(group, portGroup(name, 8, config.text("configVersion")), Lab.WATCH);
      assertThat(lab.get(group, "config").text("defaultPortConfig.vlan.vlanId")).contains("8");
    }
  }

  @Test
  void keepsMachinesApart() throws Exception {
    try (Lab lab = new Lab()) {
      Ref cluster = lab.at("/DC0/host/DC0_C0");
      String name = Lab.name();
      List<Ref> vms = List.of(lab.vm(Lab.name()), lab.vm(Lab.name()));
      lab.session
          .objects()
          .reconfigureCluster(
              cluster,
              List.of(new ClusterChange.AddRule(new ClusterRule.Apart(name, true, false, vms))),
              Lab.WATCH);
      Tree rule =
          lab.get(cluster, "configurationEx").all("rule").stream()
              .filter(it -> it.text("name").equals(Optional.of(name)))
              .findFirst()
              .orElseThrow();
      assertThat(rule.type()).isEqualTo("ClusterAntiAffinityRuleSpec");
      assertThat(rule.all("vm").stream().map(it -> it.ref().get())).containsExactlyElementsOf(vms);
      lab.session
          .objects()
          .reconfigureCluster(
              cluster,
              List.of(new ClusterChange.RemoveRule(rule.number("key").get().intValue())),
              Lab.WATCH);
      assertThat(lab.get(cluster, "configurationEx").all("rule"))
          .noneMatch(it -> it.text("name").equals(Optional.of(name)));
    }
  }

  @Test
  void definesAndSetsCustomFields() throws Exception {
    try (Lab lab = new Lab()) {
      Ref vm = lab.vm(Lab.name());
      int key = lab.session.objects().defineField(Lab.name(), "VirtualMachine");
      lab.session.objects().setField(vm, key, "a value");
      assertThat(lab.get(vm, "customValue").children())
          .anySatisfy(it -> assertThat(it.text("value")).contains("a value"));
      lab.session.objects().renameField(key, Lab.name());
      lab.session.objects().removeField(key);
    }
  }

  @Test
  void uploadsListsAndDeletesFiles(@TempDir Path temp) throws Exception {
    Path file = Files.writeString(temp.resolve("seed.iso"), "x".repeat(100_000));
    try (Lab lab = new Lab()) {
      Ref datacenter = lab.at("/DC0");
      String folder = "[LocalDS_0] " + Lab.name() + " with space";
      lab.session.files().makeFolder(folder, datacenter);
      lab.session.files().upload(file, folder + "/seed & more.iso", "DC0", Lab.WATCH);
      Ref browser = lab.get(lab.datastore(), "browser").ref().get();
      assertThat(lab.session.files().list(browser, folder, Lab.WATCH))
          .containsExactly(new Entry("seed & more.iso", 100_000));
      lab.session.files().delete(folder, datacenter, Lab.WATCH);
    }
  }

  @Test
  void makesAndRemovesDisksOfNoMachine() throws Exception {
    try (Lab lab = new Lab()) {
      Ref datacenter = lab.at("/DC0");
      String path = "[LocalDS_0] " + Lab.name() + ".vmdk";
      lab.session.files().createDisk(path, datacenter, 1024, true, Lab.WATCH);
      lab.session.files().extendDisk(path, datacenter, 4096, Lab.WATCH);
      lab.session.files().deleteDisk(path, datacenter, Lab.WATCH);
    }
  }

  @Test
  void importsAPackage(@TempDir Path temp) throws Exception {
    Files.writeString(temp.resolve("disk.vmdk"), "not much of a disk");
    try (Lab lab = new Lab()) {
      String descriptor = Files.readString(Path.of("src/test/resources/one-disk.ovf"));
      String name = Lab.name();
      OvfSpec spec =
          new OvfSpec(
              name,
              descriptor,
              temp,
              lab.pool(),
              lab.datastore(),
              lab.folder(),
              Optional.empty(),
              Map.of("nat", lab.at("/DC0/network/VM Network")),
              Map.of(),
              Optional.of("thin"),
              Optional.empty());
      Packages.Imported imported = lab.session.packages().importOvf(spec, Lab.WATCH);
      assertThat(lab.get(lab.keep(imported.vm()), "name").text()).isEqualTo(name);
    }
  }

  @Test
  void saysWhoDidWhat() throws Exception {
    Instant before = Instant.now().minus(Duration.ofMinutes(5));
    try (Lab lab = new Lab()) {
      Ref vm = lab.vm(Lab.name());
      List<Event> events = lab.session.events().of(vm, before);
      assertThat(events).extracting(Event::type).contains("VmCreatedEvent");
      assertThat(events).extracting(Event::time).isSorted();
    }
  }

  @Test
  void readsAllHostsWithOneQuestion() throws Exception {
    try (Lab lab = new Lab()) {
      List<Found> hosts =
          lab.session
              .inventory()
              .below(
                  lab.at("/DC0"),
                  List.of(new Selection("HostSystem", List.of("name", "summary.hardware"))));
      assertThat(hosts).hasSize(4).allSatisfy(it -> assertThat(it.missing()).isEmpty());
    }
  }

  private static Allocation usual(long reservation) {
    return new Allocation(
        Optional.of(reservation), Optional.of(-1L), Optional.of(Shares.NORMAL), Optional.of(true));
  }

  private static SwitchSpec dvs(Lab lab) throws Exception {
    return new SwitchSpec(
        Lab.name(),
        Optional.of("for tests"),
        Optional.empty(),
        Optional.of(1600),
        Optional.of(new SwitchSpec.Discovery("lldp", "listen")),
        List.of("up1", "up2"),
        List.of(new SwitchSpec.Member(SwitchSpec.Change.ADD, lab.host(), List.of())),
        NetworkPolicy.INHERITED,
        Optional.empty());
  }

  private static PortGroupSpec portGroup(String name, int vlan, Optional<String> version) {
    return new PortGroupSpec(
        name,
        Optional.of("earlyBinding"),
        Optional.of(8),
        Optional.of(true),
        Optional.empty(),
        NetworkPolicy.INHERITED.on(new NetworkPolicy.Single(vlan)),
        version);
  }
}
