package dev.dvl.vsphere.machine.table;

import dev.dvl.vsphere.session.spec.DeviceSpec.Medium;
import dev.dvl.vsphere.session.spec.Shares;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The devices of {@code vm}. */
final class DeviceRows {
  private static final String MAC = "00:50:56:00:12:34";

  private DeviceRows() {}

  static Stream<Row> all() {
    return Stream.of(disks(), cards(), drives()).flatMap(List::stream);
  }

  private static List<Row> disks() {
    return List.of(
        disk("size", "").by(Hands.disk(2L << 20, "persistent", "sharingNone", -1, Shares.NORMAL)),
        Row.exempt("vm", "disk.provisioning", "it cannot be changed: the plan is refused"),
        Row.exempt("vm", "disk.file", "another file is another disk; see MachineTest"),
        Row.exempt("vm", "disk.datastore", "simulator: Files"),
        Row.exempt("vm", "disk.controller", "the place is the identity; see MachineTest"),
        Row.exempt("vm", "disk.bus", "the place is the identity; see MachineTest"),
        Row.exempt("vm", "disk.unit", "the place is the identity; see MachineTest"),
        disk("mode", "mode = \"independent_persistent\"")
            .by(Hands.disk(-1, "persistent", "sharingNone", -1, Shares.NORMAL)),
        disk("sharing", "sharing = \"multi_writer\"")
            .by(Hands.disk(-1, "persistent", "sharingNone", -1, Shares.NORMAL)),
        disk("iops_limit", "iops_limit = 1000")
            .by(Hands.disk(-1, "persistent", "sharingNone", 2000, Shares.NORMAL)),
        disk("shares", "shares = \"high\"")
            .by(Hands.disk(-1, "persistent", "sharingNone", -1, new Shares("low", 500))),
        disk("keep", "keep = true").by(Hands.set(new VmSetting.Extra("dvl.disk.data", "scsi0:0"))));
  }

  private static Row disk(String name, String line) {
    return Row.of("vm", "disk." + name, "disk data { size = 1GiB, " + line + " }")
        .seen("disk[\"data\"]." + name)
        .gone("disk[\"data\"]");
  }

  private static List<Row> cards() {
    return List.of(
        card("network", "").by(Hands.card("table-net", Optional.empty(), true, true)),
        Row.exempt("vm", "nic.adapter", "a card of another kind is another card"),
        card("mac", "mac = \"" + MAC + "\"")
            .by(Hands.card("VM Network", Optional.of("00:50:56:00:12:35"), true, true)),
        card("connected", "connected = true")
            .by(Hands.card("VM Network", Optional.empty(), false, true)),
        card("wake_on_lan", "wake_on_lan = false")
            .by(Hands.card("VM Network", Optional.empty(), true, true)));
  }

  private static Row card(String name, String line) {
    return Row.of("vm", "nic." + name, "nic lan { network = \"VM Network\", " + line + " }")
        .seen("nic[\"lan\"]." + name)
        .gone("nic[\"lan\"]");
  }

  private static List<Row> drives() {
    String iso = "[LocalDS_0] iso/one.iso";
    return List.of(
        Row.of("vm", "cdrom.iso", "cdrom cd { iso = \"" + iso + "\" }")
            .by(Hands.drive(new Medium.Iso("[LocalDS_0] iso/two.iso"), true))
            .seen("cdrom[\"cd\"].iso")
            .gone("cdrom[\"cd\"]"),
        Row.of("vm", "cdrom.connected", "cdrom cd { connected = false }")
            .by(Hands.drive(new Medium.Client(), true))
            .seen("cdrom[\"cd\"].connected")
            .gone("cdrom[\"cd\"]"));
  }
}
