package dev.dvl.vsphere.machine.table;

import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.Allocation;
import dev.dvl.vsphere.session.spec.DeviceChange;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.session.spec.DeviceSpec.Medium;
import dev.dvl.vsphere.session.spec.DeviceSpec.Network;
import dev.dvl.vsphere.session.spec.DeviceSpec.NicKind;
import dev.dvl.vsphere.session.spec.DeviceSpec.Provisioning;
import dev.dvl.vsphere.session.spec.Shares;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The hands of somebody else. */
final class Hands {
  static final Watch WATCH = Watch.within(Duration.ofMinutes(2));

  private Hands() {}

  /** Takes all tags off a machine. */
  static void untag(VSphereSession session, Machine machine) throws Exception {
    Ref it = machine.ref();
    for (String tag : session.tags().attached(List.of(it)).getOrDefault(it, List.of())) {
      session.tags().detach(tag, it);
    }
  }

  static Row.Outside set(VmSetting... settings) {
    return (session, machine) ->
        session.machines().reconfigure(machine.ref(), List.of(settings), WATCH);
  }

  /** A disk with other settings; -1 leaves the size. */
  static Row.Outside disk(long kilobytes, String mode, String sharing, long limit, Shares shares) {
    return (session, machine) -> {
      Tree disk = device(machine, "VirtualDisk");
      DeviceSpec.Disk wanted =
          new DeviceSpec.Disk(
              number(disk, "key"),
              number(disk, "controllerKey"),
              number(disk, "unitNumber"),
              kilobytes < 0 ? disk.number("capacityInKB").orElseThrow() : kilobytes,
              "",
              Optional.empty(),
              false,
              Provisioning.THIN,
              mode,
              Optional.of(sharing),
              Optional.empty(),
              Optional.of(
                  new Allocation(
                      Optional.empty(), Optional.of(limit), Optional.of(shares), Optional.empty())),
              Optional.empty());
      edit(disk, wanted).change(session, machine);
    };
  }

  static Row.Outside card(String network, Optional<String> mac, boolean connected, boolean wakes) {
    return (session, machine) -> {
      Tree card = device(machine, "VirtualVmxnet3");
      edit(
              card,
              new DeviceSpec.Nic(
                  number(card, "key"),
                  NicKind.VMXNET3,
                  new Network.Standard(network, Optional.empty()),
                  mac,
                  connected,
                  connected,
                  Optional.of(wakes),
                  Optional.empty()))
          .change(session, machine);
    };
  }

  static Row.Outside drive(Medium medium, boolean connected) {
    return (session, machine) -> {
      Tree drive = device(machine, "VirtualCdrom");
      edit(
              drive,
              new DeviceSpec.Cdrom(
                  number(drive, "key"),
                  number(drive, "controllerKey"),
                  number(drive, "unitNumber"),
                  medium,
                  connected))
          .change(session, machine);
    };
  }

  static Row.Outside tpm() {
    return (session, machine) ->
        set(new VmSetting.Device(new DeviceChange.Remove(device(machine, "VirtualTPM"), false)))
            .change(session, machine);
  }

  private static Row.Outside edit(Tree device, DeviceSpec wanted) {
    return set(new VmSetting.Device(new DeviceChange.Edit(device, wanted)));
  }

  private static Tree device(Machine machine, String type) {
    return machine.devices().stream()
        .filter(it -> it.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + type));
  }

  private static int number(Tree tree, String name) {
    return Math.toIntExact(tree.number(name).orElseThrow());
  }
}
