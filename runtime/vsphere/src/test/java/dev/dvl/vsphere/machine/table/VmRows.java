package dev.dvl.vsphere.machine.table;

import static dev.dvl.vsphere.machine.table.Hands.WATCH;
import static dev.dvl.vsphere.machine.table.Hands.set;

import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.spec.Allocation;
import dev.dvl.vsphere.session.spec.Feature;
import dev.dvl.vsphere.session.spec.Placement;
import dev.dvl.vsphere.session.spec.Power;
import dev.dvl.vsphere.session.spec.Shares;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The attributes of {@code vm} but for its devices. */
final class VmRows {
  private static final String EFI =
      "guest_id = \"otherGuest\"\npower = \"off\"\nfirmware = \"efi\"";

  private VmRows() {}

  static Stream<Row> all() {
    return Stream.of(origin(), place(), power(), processors(), hardware(), blocks())
        .flatMap(List::stream);
  }

  private static Row vm(String path, String line) {
    return Row.of("vm", path, line);
  }

  private static List<Row> origin() {
    String clone = "power = \"off\"\ntemplate = \"DC0_C0_RP0_VM0\"";
    return List.of(
        vm("template", "template = \"DC0_C0_RP0_VM0\"")
            .base("guest_id = \"otherGuest\"\npower = \"off\"")
            .becomes("template = \"DC0_C1_RP0_VM0\"")
            .silent(),
        vm("linked", "").base(clone).becomes("linked = true").silent(),
        vm("template_snapshot", "").base(clone).becomes("template_snapshot = \"a\"").silent(),
        Row.exempt("vm", "library_item", "see LibraryTest"),
        vm("origin_changes", "origin_changes = \"ignore\"").becomes("").silent());
  }

  private static List<Row> place() {
    return List.of(
        vm("name", "name = \"table-named\"")
            .by((session, vm) -> session.objects().rename(vm.ref(), "table-other", WATCH)),
        vm("folder", "folder = team")
            .by(
                (session, vm) ->
                    session
                        .objects()
                        .move(vm.ref(), session.inventory().byPath("/DC0/vm").orElseThrow(), WATCH))
            .stays(),
        vm("resource_pool", "cluster = \"DC0_C0\"\nresource_pool = \"table-pool\"")
            .by(
                (session, vm) ->
                    relocate(
                        session.inventory().byPath("/DC0/host/DC0_C0/Resources"),
                        vm.ref(),
                        session))
            .stays(),
        vm("cluster", "cluster = \"DC0_C0\"")
            .by(
                (session, vm) ->
                    relocate(
                        session.inventory().byPath("/DC0/host/DC0_C1/Resources"),
                        vm.ref(),
                        session))
            .stays(),
        vm("esxi", "esxi = \"DC0_C0_H0\"")
            .by(
                (session, vm) ->
                    session
                        .machines()
                        .relocate(
                            vm.ref(),
                            new Placement(
                                Optional.empty(),
                                session.inventory().byPath("/DC0/host/DC0_C0/DC0_C0_H1"),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                List.of(),
                                Optional.empty()),
                            WATCH))
            .stays(),
        Row.exempt("vm", "datastore", "simulator: Files"));
  }

  private static void relocate(
      Optional<Ref> pool, Ref vm, dev.dvl.vsphere.session.VSphereSession session) throws Exception {
    session
        .machines()
        .relocate(
            vm,
            new Placement(
                pool,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty()),
            WATCH);
  }

  private static List<Row> power() {
    return List.of(
        vm("power", "power = \"on\"")
            .base("guest_id = \"otherGuest\"")
            .by((session, vm) -> session.machines().power(vm.ref(), Power.OFF, WATCH))
            .stays(),
        vm("annotation", "guest_id = \"otherGuest\"\npower = \"off\"\nannotation = \"one\"")
            .base("") // simulator: Reconfigure
            .by(set(new VmSetting.Annotation("two")))
            .stays(),
        Row.of("vm", "tags", "tags = [mark]").by(Hands::untag).stays(),
        vm("custom_attributes", "custom_attributes = { table = \"one\" }")
            .by(
                (session, vm) ->
                    session
                        .objects()
                        .setField(
                            vm.ref(), session.objects().fieldKey("table").orElseThrow(), "two"))
            .seen("custom_attributes[\"table\"]")
            .stays());
  }

  private static List<Row> processors() {
    Allocation other =
        new Allocation(
            Optional.of(7L), Optional.of(77L), Optional.of(new Shares("low", 0)), Optional.empty());
    return List.of(
        vm("cpus", "cpus = 2").by(set(new VmSetting.Cpus(4))).stays(),
        vm("cores_per_socket", "cpus = 4\ncores_per_socket = 2")
            .by(set(new VmSetting.CoresPerSocket(4)))
            .stays(),
        vm("memory", "memory = 64MiB").by(set(new VmSetting.MemoryMb(128))).stays(),
        feature("cpu_hot_add", Feature.CPU_HOT_ADD),
        feature("cpu_hot_remove", Feature.CPU_HOT_REMOVE),
        feature("memory_hot_add", Feature.MEMORY_HOT_ADD),
        allocated("cpu_shares", "\"high\"", other),
        allocated("cpu_reservation", "100MHz", other),
        allocated("cpu_limit", "1GHz", other),
        allocated("memory_shares", "2000", other),
        allocated("memory_reservation", "16MiB", other),
        allocated("memory_limit", "1GiB", other),
        vm("latency", "latency = \"high\"").by(set(new VmSetting.Latency("low"))));
  }

  private static Row allocated(String name, String value, Allocation other) {
    String prefix = name.substring(0, name.indexOf('_'));
    return vm(name, name + " = " + value)
        .by(
            set(
                prefix.equals("cpu")
                    ? new VmSetting.CpuAllocation(other)
                    : new VmSetting.MemoryAllocation(other)))
        .seen(prefix + "_shares", prefix + "_reservation", prefix + "_limit");
  }

  private static Row feature(String name, Feature feature) {
    return vm(name, name + " = true").by(set(new VmSetting.Switch(feature, false))).stays();
  }

  private static List<Row> hardware() {
    return List.of(
        vm("guest_id", "")
            .base("power = \"off\"\nguest_id = \"otherGuest\"")
            .by(set(new VmSetting.GuestId("debian10_64Guest")))
            .stays(),
        vm("firmware", "firmware = \"efi\"").by(set(new VmSetting.Firmware("bios"))).stays(),
        feature("secure_boot", Feature.SECURE_BOOT).base(EFI),
        vm("tpm", "tpm = true").base(EFI).by(Hands.tpm()).stays(),
        Row.exempt("vm", "hardware_version", "it is never lowered; see MachineTest"),
        feature("nested_virtualization", Feature.NESTED_VIRTUALIZATION)
            .gone("nested_virtualization"),
        feature("disk_uuid", Feature.DISK_UUID),
        boot("delay", "2s", new VmSetting.BootDelay(Duration.ofSeconds(3))),
        boot("enter_setup", "true", new VmSetting.Switch(Feature.ENTER_SETUP, false)),
        boot("retry", "true", new VmSetting.Switch(Feature.BOOT_RETRY, false)),
        boot("retry_delay", "20s", new VmSetting.BootRetryDelay(Duration.ofSeconds(30))),
        vm("extra_config", "extra_config = { \"table.a\" = \"one\", \"table.b\" = \"b\" }")
            .by(set(new VmSetting.Extra("table.a", "two")))
            .seen("extra_config[\"table.a\"]")
            .stays(),
        Row.exempt("vm", "vapp_properties", "an OVF file declares them; see OvfTest"));
  }

  private static Row boot(String name, String value, VmSetting other) {
    return vm("boot." + name, "boot { " + name + " = " + value + " }").by(set(other));
  }

  private static List<Row> blocks() {
    return List.of(
        cloudInit("user_data"),
        cloudInit("metadata"),
        cloudInit("vendor_data"),
        silent(
                "cloud_init.compress",
                "cloud_init { user_data = \"#cloud-config\", compress = true }")
            .gone("cloud_init.user_data"),
        silent(
                "cloud_init.on_change",
                "cloud_init { user_data = \"#cloud-config\", on_change = \"ignore\" }")
            .gone("cloud_init.user_data"),
        Row.exempt("vm", "ovf.source", "see OvfTest"),
        Row.exempt("vm", "ovf.sha256", "see OvfTest"),
        Row.exempt("vm", "ovf.networks", "see OvfTest"),
        Row.exempt("vm", "ovf.provisioning", "see OvfTest"),
        Row.exempt("vm", "ovf.deployment", "see OvfTest"),
        silent("guest.user", "guest { user = \"ops\" }"),
        silent("guest.ssh_key", "guest { ssh_key = \"ssh-ed25519 AAAA\" }"),
        silent("guest.ssh", "guest { ssh = { key = \"id\", port = 2222, jump = \"ops@gate\" } }"),
        silent(
            "guest.docker",
            "guest { docker = { install = \"none\", data_root = \"/srv\","
                + " mirrors = [\"https://mirror.lab\"],"
                + " address_pools = [{ base = \"10.200.0.0/16\", size = 24 }] } }"),
        customize("hostname", "\"one\""),
        customize("domain", "\"lab.example\""),
        customize("timezone", "\"Europe/Berlin\""),
        customize("dns", "[\"10.0.0.53\"]"),
        customize("dns_search", "[\"lab.example\"]"),
        customize("addresses", "{ lan = \"10.0.0.7/24\" }"),
        customize("gateways", "[\"10.0.0.1\"]"),
        customize("script", "\"#!/bin/sh\""),
        customize("sysprep", "\"<unattend/>\""),
        customize("windows", "{ full_name = \"Ops\" }"),
        customize("timeout", "5min"),
        silent("wait.until", "power = \"on\"\nwait { until = \"power\" }")
            .base("guest_id = \"otherGuest\""),
        silent("wait.nic", "wait { until = \"none\", nic = \"lan\" }"),
        silent("wait.subnet", "wait { until = \"none\", subnet = \"10.0.0.0/8\" }"),
        silent("wait.family", "wait { until = \"none\", family = \"ipv4\" }"),
        silent("wait.timeout", "wait { until = \"none\", timeout = 1min }"),
        silent("shutdown.grace", "shutdown { grace = 1s }"),
        silent("shutdown.force", "shutdown { force = false }"));
  }

  private static Row cloudInit(String name) {
    return vm("cloud_init." + name, "cloud_init { " + name + " = \"one\" }")
        .becomes("cloud_init { " + name + " = \"two\" }");
  }

  private static Row customize(String name, String value) {
    return silent("customize." + name, "customize { " + name + " = " + value + " }");
  }

  private static Row silent(String path, String line) {
    return vm(path, line).silent();
  }
}
