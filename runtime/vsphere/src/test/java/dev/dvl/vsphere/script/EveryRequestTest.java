package dev.dvl.vsphere.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.Allocation;
import dev.dvl.vsphere.session.spec.BootDevice;
import dev.dvl.vsphere.session.spec.CloneSpec;
import dev.dvl.vsphere.session.spec.ClusterChange;
import dev.dvl.vsphere.session.spec.ClusterRule;
import dev.dvl.vsphere.session.spec.Customization;
import dev.dvl.vsphere.session.spec.DeviceChange;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.session.spec.DeviceSpec.ControllerKind;
import dev.dvl.vsphere.session.spec.DeviceSpec.Medium;
import dev.dvl.vsphere.session.spec.DeviceSpec.Network;
import dev.dvl.vsphere.session.spec.DeviceSpec.NicKind;
import dev.dvl.vsphere.session.spec.DeviceSpec.Provisioning;
import dev.dvl.vsphere.session.spec.Feature;
import dev.dvl.vsphere.session.spec.NetworkPolicy;
import dev.dvl.vsphere.session.spec.Placement;
import dev.dvl.vsphere.session.spec.PortGroupSpec;
import dev.dvl.vsphere.session.spec.Power;
import dev.dvl.vsphere.session.spec.Shares;
import dev.dvl.vsphere.session.spec.SwitchSpec;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sends every request with all that can be said in it to a server that is strict. */
class EveryRequestTest {
  private static final Set<ControllerKind> SCSI =
      Set.of(
          ControllerKind.PVSCSI,
          ControllerKind.LSI_LOGIC,
          ControllerKind.LSI_LOGIC_SAS,
          ControllerKind.BUS_LOGIC);
  private static final Watch WATCH = Sessions.WATCH;
  private static final Ref VM = new Ref("VirtualMachine", "vm-1");
  private static final Ref HOST = new Ref("HostSystem", "host-1");
  private static final Ref DATASTORE = new Ref("Datastore", "datastore-1");
  private static final Ref POOL = new Ref("ResourcePool", "pool-1");
  private static final Ref FOLDER = new Ref("Folder", "group-1");
  private static final Ref ANY = new Ref("Any", "any-1");
  private static final Allocation ALLOCATION =
      new Allocation(
          Optional.of(1L),
          Optional.of(2L),
          Optional.of(new Shares("custom", 3)),
          Optional.of(true));
  private static final NetworkPolicy POLICY =
      new NetworkPolicy(
          Optional.of(new NetworkPolicy.Single(1)),
          Optional.of(true),
          Optional.of(true),
          Optional.of(true),
          Optional.of(
              new NetworkPolicy.Teaming(
                  Optional.of("loadbalance_srcid"),
                  Optional.of(true),
                  Optional.of(true),
                  Optional.of(true),
                  List.of("up1"),
                  List.of("up2"))),
          Optional.of(
              new NetworkPolicy.Shaping(
                  Optional.of(true), Optional.of(1L), Optional.of(2L), Optional.of(3L))),
          Optional.of(
              new NetworkPolicy.Shaping(
                  Optional.of(true), Optional.of(1L), Optional.of(2L), Optional.of(3L))),
          Optional.of(true));

  @Test
  void machines() throws Exception {
    try (ScriptedServer server = new ScriptedServer();
        VSphereSession session = Sessions.with(server)) {
      session.machines().create(FOLDER, POOL, Optional.of(HOST), settings(), WATCH);
      session.machines().reconfigure(VM, settings(), WATCH);
      for (Power power : Power.values()) {
        session.machines().power(VM, power, WATCH);
      }
      session.machines().relocate(VM, placement(), WATCH);
      session.machines().upgrade(VM, "vmx-19", WATCH);
      session.machines().toTemplate(VM);
      session.machines().toMachine(VM, POOL, Optional.of(HOST));
      session.machines().answer(VM, "1", "2");
      session.machines().shutDownGuest(VM);
      session.machines().rebootGuest(VM);
      session.machines().snapshot(VM, "n", "d", true, false, WATCH);
      session.machines().renameSnapshot(ANY, "n", "d");
      session.machines().revert(ANY, WATCH);
      session.machines().removeSnapshot(ANY, true, WATCH);
      assertThat(server.problems()).isEmpty();
    }
  }

  @Test
  void copiesAndCustomizations() throws Exception {
    try (ScriptedServer server = new ScriptedServer();
        VSphereSession session = Sessions.with(server)) {
      for (Customization.Identity identity : identities()) {
        Customization customization =
            new Customization(identity, List.of(nic()), List.of("1.1.1.1"), List.of("lab"));
        session.machines().customize(VM, customization, WATCH);
        CloneSpec spec =
            new CloneSpec(
                "copy",
                FOLDER,
                placement(),
                true,
                Optional.of(ANY),
                settings(),
                Optional.of(customization));
        session.machines().copy(VM, spec, WATCH);
      }
      assertThat(server.problems()).isEmpty();
    }
  }

  @Test
  void objects() throws Exception {
    try (ScriptedServer server = new ScriptedServer();
        VSphereSession session = Sessions.with(server)) {
      session.objects().rename(VM, "n", WATCH);
      session.objects().move(VM, FOLDER, WATCH);
      session.objects().destroy(VM, WATCH);
      session.objects().createPool(POOL, "p", ALLOCATION, ALLOCATION);
      session.objects().updatePool(POOL, "p", ALLOCATION, ALLOCATION);
      session.objects().moveToPool(VM, POOL);
      session.objects().renameField(1, "f");
      session.objects().setField(VM, 1, "v");
      session.objects().removeField(1);
      session.objects().reconfigureCluster(ANY, clusterChanges(), WATCH);
      session.events().of(VM, Instant.EPOCH);
      session.events().below(ANY, List.of("TaskEvent"), Optional.of(Instant.EPOCH));
      session.files().makeFolder("[d] f", ANY);
      session.files().delete("[d] f", ANY, WATCH);
      session.files().list(ANY, "[d]", WATCH);
      session.files().createDisk("[d] f", ANY, 1, false, WATCH);
      session.files().extendDisk("[d] f", ANY, 2, WATCH);
      session.files().deleteDisk("[d] f", ANY, WATCH);
      assertThat(session.permissions().lacking(List.of(VM, POOL), List.of("Denied.To.Guests", "a")))
          .isEqualTo(Map.of(VM, Set.of("Denied.To.Guests"), POOL, Set.of("Denied.To.Guests")));
      session.inventory().byPath("/x");
      session.inventory().byUuid("u", true);
      session.tasks().cancel(ANY);
      assertThat(server.problems()).isEmpty();
    }
  }

  @Test
  void networks() throws Exception {
    try (ScriptedServer server = new ScriptedServer();
        VSphereSession session = Sessions.with(server)) {
      session.networks().addHostPortGroup(ANY, "n", "vSwitch0", POLICY);
      session.networks().updateHostPortGroup(ANY, "n", "m", "vSwitch0", POLICY);
      session.networks().removeHostPortGroup(ANY, "m");
      session.networks().createSwitch(FOLDER, dvs(), WATCH);
      session.networks().reconfigureSwitch(ANY, dvs(), WATCH);
      for (NetworkPolicy.Vlan vlan :
          List.of(
              new NetworkPolicy.Single(7),
              new NetworkPolicy.Trunk(List.of(new NetworkPolicy.Range(1, 9))),
              new NetworkPolicy.Private(8))) {
        session.networks().addPortGroup(ANY, portGroup(vlan), WATCH);
        session.networks().reconfigurePortGroup(ANY, portGroup(vlan), WATCH);
      }
      assertThat(server.problems()).isEmpty();
    }
  }

  private static List<VmSetting> settings() {
    Stream<VmSetting> plain =
        Stream.of(
            new VmSetting.Name("n"),
            new VmSetting.GuestId("g"),
            new VmSetting.AlternateGuestName("a"),
            new VmSetting.Hardware("vmx-19"),
            new VmSetting.Annotation("a"),
            new VmSetting.InstanceUuid("u"),
            new VmSetting.Files("[d]"),
            new VmSetting.ChangeVersion("c"),
            new VmSetting.Cpus(1),
            new VmSetting.CoresPerSocket(1),
            new VmSetting.MemoryMb(1),
            new VmSetting.CpuAllocation(ALLOCATION),
            new VmSetting.MemoryAllocation(ALLOCATION),
            new VmSetting.Firmware("efi"),
            new VmSetting.BootDelay(Duration.ofSeconds(1)),
            new VmSetting.BootRetryDelay(Duration.ofSeconds(1)),
            new VmSetting.BootOrder(
                List.of(new BootDevice.Disk(1), new BootDevice.Nic(2), new BootDevice.Cdrom())),
            new VmSetting.CpuVirtualization("hvOn"),
            new VmSetting.MmuVirtualization("on"),
            new VmSetting.ToolsUpgrade("manual"),
            new VmSetting.Latency("high"),
            new VmSetting.SwapPlacement("inherit"),
            new VmSetting.StoragePolicy("p"),
            new VmSetting.Extra("k", "v"),
            new VmSetting.VappProperty(1, "p", "v"));
    List<VmSetting> all = new ArrayList<>(plain.toList());
    Stream.of(Feature.values()).forEach(it -> all.add(new VmSetting.Switch(it, true)));
    devices()
        .forEach(
            it -> {
              all.add(new VmSetting.Device(new DeviceChange.Add(it)));
              all.add(new VmSetting.Device(new DeviceChange.Edit(current(it), it)));
            });
    all.add(new VmSetting.Device(new DeviceChange.Remove(current(new DeviceSpec.Tpm(1)), true)));
    return all;
  }

  private static Stream<DeviceSpec> devices() {
    return Stream.of(
            Stream.of(ControllerKind.values())
                .map(it -> new DeviceSpec.Controller(-1, it, 0, Optional.of("noSharing"))),
            Stream.of(Provisioning.values()).map(EveryRequestTest::disk),
            Stream.of(NicKind.values()).map(it -> nic(it, new Network.Distributed("u", "p"))),
            Stream.of(
                nic(NicKind.VMXNET3, new Network.Opaque("i", "t")),
                nic(NicKind.VMXNET3, new Network.Standard("n", Optional.of(ANY))),
                cdrom(new Medium.Iso("[d] f.iso")),
                cdrom(new Medium.Client()),
                cdrom(new Medium.HostDrive("")),
                new DeviceSpec.Tpm(-1),
                new DeviceSpec.Video(-1, Optional.of(1), Optional.of(2L), Optional.of(true))))
        .flatMap(it -> it);
  }

  /** The device as a server may say it. */
  private static Tree current(DeviceSpec wanted) {
    Stream<Tree> own =
        switch (wanted) {
          case DeviceSpec.Controller it when SCSI.contains(it.kind()) ->
              Stream.of(leaf("busNumber", "0"), leaf("sharedBus", "noSharing"));
          case DeviceSpec.Controller it -> Stream.of(leaf("busNumber", "0"));
          case DeviceSpec.Disk it -> Stream.of(leaf("capacityInKB", "5"));
          case DeviceSpec.Nic it -> Stream.of(leaf("macAddress", "00:50:56:00:00:02"));
          case DeviceSpec.Cdrom it -> Stream.of();
          case DeviceSpec.Tpm it -> Stream.of();
          case DeviceSpec.Video it -> Stream.of(leaf("numDisplays", "1"));
        };
    Stream<Tree> shared =
        Stream.of(leaf("key", "2000"), leaf("controllerKey", "1000"), leaf("unitNumber", "0"));
    return Tree.of("VirtualDevice", "", Stream.concat(shared, own).toList());
  }

  private static Tree leaf(String name, String text) {
    return new Tree(name, "", "", text, List.of());
  }

  private static DeviceSpec disk(Provisioning provisioning) {
    return new DeviceSpec.Disk(
        -1,
        1000,
        0,
        1024,
        "[d] f.vmdk",
        Optional.of(DATASTORE),
        provisioning == Provisioning.LAZY,
        provisioning,
        "persistent",
        Optional.of("sharingNone"),
        Optional.of(true),
        Optional.of(ALLOCATION),
        Optional.of("policy"));
  }

  private static DeviceSpec nic(NicKind kind, Network network) {
    return new DeviceSpec.Nic(
        -1,
        kind,
        network,
        Optional.of("00:50:56:00:00:01"),
        true,
        true,
        Optional.of(true),
        Optional.of(ALLOCATION));
  }

  private static DeviceSpec cdrom(Medium medium) {
    return new DeviceSpec.Cdrom(-1, 200, 0, medium, true);
  }

  private static Placement placement() {
    return new Placement(
        Optional.of(POOL),
        Optional.of(HOST),
        Optional.of(DATASTORE),
        Optional.of(FOLDER),
        true,
        List.of(new Placement.DiskPlacement(2000, DATASTORE)),
        Optional.of("policy"));
  }

  private static List<Customization.Identity> identities() {
    return List.of(
        new Customization.Linux(
            "h", "d", Optional.of("UTC"), Optional.of(true), Optional.of("#!/bin/sh")),
        new Customization.CloudInit("{}", Optional.of("#cloud-config")),
        new Customization.Sysprep("<unattend/>\r\n"),
        windows(new Customization.Workgroup("W")),
        windows(new Customization.Domain("d", "admin", "pw", Optional.empty())));
  }

  private static Customization.Windows windows(Customization.Membership membership) {
    return new Customization.Windows(
        "PC",
        "full",
        "org",
        Optional.of("key"),
        Optional.of("pw"),
        85,
        Optional.of(1),
        List.of("cmd"),
        membership);
  }

  private static Customization.GuestNic nic() {
    return new Customization.GuestNic(
        Optional.of(new Customization.Address("10.0.0.2", 24)),
        List.of("10.0.0.1"),
        List.of(new Customization.Address("fd00::2", 64)),
        List.of("fd00::1"),
        List.of("10.0.0.1"),
        Optional.of("lab"));
  }

  private static List<ClusterChange> clusterChanges() {
    return List.of(
        new ClusterChange.AddRule(new ClusterRule.Together("a", true, true, List.of(VM))),
        new ClusterChange.EditRule(1, new ClusterRule.Apart("b", true, true, List.of(VM))),
        new ClusterChange.AddRule(new ClusterRule.OnHosts("c", true, true, "v", "h", true)),
        new ClusterChange.AddRule(new ClusterRule.OnHosts("d", true, true, "v", "h", false)),
        new ClusterChange.AddRule(new ClusterRule.After("e", true, true, "v", "w")),
        new ClusterChange.RemoveRule(2),
        new ClusterChange.PutGroup("v", false, List.of(VM), false),
        new ClusterChange.PutGroup("h", true, List.of(HOST), true),
        new ClusterChange.RemoveGroup("x"));
  }

  private static SwitchSpec dvs() {
    return new SwitchSpec(
        "dvs",
        Optional.of("d"),
        Optional.of("8.0.0"),
        Optional.of(9000),
        Optional.of(new SwitchSpec.Discovery("lldp", "both")),
        List.of("up1", "up2"),
        List.of(
            new SwitchSpec.Member(SwitchSpec.Change.ADD, HOST, List.of("vmnic1")),
            new SwitchSpec.Member(SwitchSpec.Change.REMOVE, HOST, List.of())),
        POLICY,
        Optional.of("1"));
  }

  private static PortGroupSpec portGroup(NetworkPolicy.Vlan vlan) {
    return new PortGroupSpec(
        "pg",
        Optional.of("earlyBinding"),
        Optional.of(8),
        Optional.of(true),
        Optional.of("d"),
        POLICY.on(vlan),
        Optional.of("1"));
  }
}
