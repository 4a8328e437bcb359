package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.contract.PlanPrint;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.machine.device.LiveDevices;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines and what they are cloned from, and machines that sleep. */
@Tag("vcenter")
class OriginTest {
  private static final Watch WATCH = Watch.within(Duration.ofMinutes(1));
  private static final String ORIGIN = "DC0_C0_RP0_VM0";
  private static Simulator simulator;
  private static VSphereSession session;

  @TempDir Path folder;
  private Bench bench;

  @BeforeAll
  static void order() throws Exception {
    simulator =
        Simulator.of("{\"vms\": 1, \"standaloneHosts\": 0, \"poweredOn\": false, \"pods\": 1}");
    session = simulator.session();
  }

  @AfterAll
  static void end() throws Exception {
    if (session != null) {
      session.close();
      simulator.close();
    }
  }

  @BeforeEach
  void prepare() {
    bench =
        new Bench(
            StandardKinds.load(),
            new VSphereProvider(),
            new Stack(StackFile.fresh(), "default"),
            folder);
  }

  private static String vm(String lines) {
    return "module it { edition = 2026 }\n"
        + simulator.host("")
        + "vm app {\n name = \"it-app\"\n"
        + lines
        + "\n}\n";
  }

  private static String clone(String lines) {
    return vm("template = \"" + ORIGIN + "\"\n power = \"off\"\n" + lines);
  }

  private static Machine machine(String name) throws Exception {
    Ref ref = session.inventory().byPath("/DC0/vm/" + name).orElseThrow();
    return Machine.read(session, List.of(ref)).getFirst();
  }

  private String told(String program) throws IOException {
    return bench.planOutcome(program).diagnostics().toString();
  }

  private void gone(String program) throws IOException {
    bench.apply(bench.planDestroy(program));
    assertThat(bench.plan(program).changes()).hasSize(1);
  }

  @Test
  void aLinkedCloneStartsFromASnapshot() throws Exception {
    Ref origin = machine(ORIGIN).ref();
    assertThat(told(clone("linked = true"))).contains("DVL7170").contains("has no snapshot");
    Ref taken = session.machines().snapshot(origin, "base", "", false, false, WATCH);
    try {
      assertThat(told(clone("linked = true\n template_snapshot = \"bse\"")))
          .contains("DVL7170")
          .contains("`base`");
      String linked = clone("linked = true\n template_snapshot = \"base\"");
      bench.applied(linked);
      assertThat(bench.plan(linked).changes()).isEmpty();
      gone(linked);
    } finally {
      session.machines().removeSnapshot(taken, false, WATCH);
    }
  }

  @Test
  void theCopyOfADiskTakesItsSpaceAsItsOriginDoes() throws Exception {
    String first = LiveDevices.firstProvisioning(machine(ORIGIN)).orElseThrow();
    String other = first.equals("thin") ? "thick" : "thin";
    String root = "disk root { size = 20GiB, provisioning = \"%s\" }";
    assertThat(told(clone(root.formatted(other)))).contains("DVL7171").contains(first);
    String same = clone(root.formatted(first));
    bench.applied(same);
    assertThat(bench.plan(same).changes()).isEmpty();
    gone(same);
  }

  @Test
  void anotherOriginReplacesOnlyWhereThatIsWanted() throws Exception {
    String quiet = clone("");
    bench.applied(quiet);
    Ref origin = machine(ORIGIN).ref();
    session.machines().reconfigure(origin, List.of(new VmSetting.Annotation("a newer one")), WATCH);
    assertThat(bench.plan(quiet).changes()).isEmpty();
    gone(quiet);
    String loud = clone("origin_changes = \"replace\"");
    bench.applied(loud);
    assertThat(bench.plan(loud).changes()).isEmpty();
    session
        .machines()
        .reconfigure(origin, List.of(new VmSetting.Annotation("a still newer one")), WATCH);
    assertThat(codes(bench.planOutcome(loud).diagnostics())).contains("DVL6014");
    bench.losingData();
    Ref before = machine("it-app").ref();
    bench.applied(loud);
    assertThat(machine("it-app").ref()).isNotEqualTo(before);
    assertThat(bench.plan(loud).changes()).isEmpty();
    gone(loud);
  }

  @Test
  void aMachineSleepsAndWakes() throws Exception {
    String awake = vm("guest_id = \"otherGuest\"");
    String asleep = vm("guest_id = \"otherGuest\"\n power = \"suspended\"");
    bench.applied(awake);
    bench.applied(asleep);
    assertThat(machine("it-app").power()).isEqualTo("suspended");
    assertThat(bench.plan(asleep).changes()).isEmpty();
    bench.applied(awake);
    assertThat(machine("it-app").power()).isEqualTo("on");
    assertThat(bench.plan(awake).changes()).isEmpty();
    gone(awake);
  }

  @Test
  void aGuestIsAskedToShutDownBeforeItsMachineIsSwitchedOff() throws Exception {
    String small = vm("guest_id = \"otherGuest\"\n cpus = 1");
    String large = vm("guest_id = \"otherGuest\"\n cpus = 2");
    bench.applied(small);
    session
        .machines()
        .reconfigure(
            machine("it-app").ref(),
            List.of(new VmSetting.Extra("SET.guest.toolsRunningStatus", "guestToolsRunning")),
            WATCH);
    assertThat(machine("it-app").toolsRun()).isTrue();
    simulator.control("POST", "/calls/reset", "{}");
    bench.applied(large);
    String calls = String.valueOf(simulator.control("GET", "/calls", ""));
    assertThat(calls).contains("ShutdownGuest").doesNotContain("PowerOffVM_Task");
    assertThat(bench.plan(large).changes()).isEmpty();
    gone(large);
  }

  @Test
  void aMachineThatMayNotBeSwitchedOffHardStaysAsItIs() throws Exception {
    String small = vm("guest_id = \"otherGuest\"\n cpus = 1\n shutdown { force = false }");
    bench.applied(small);
    assertThat(
            bench.apply(bench.plan(small.replace("cpus = 1", "cpus = 2"))).diagnostics().toString())
        .contains("DVL7124")
        .contains("VMware Tools do not run");
    assertThat(machine("it-app").power()).isEqualTo("on");
    assertThat(bench.plan(small).changes()).isEmpty();
    gone(small);
  }

  @Test
  void theRoomiestDatastoreOfAClusterOfDatastoresIsTaken() throws Exception {
    Ref pod = session.inventory().byPath("/DC0/datastore/DC0_POD0").orElseThrow();
    Ref store = session.inventory().byPath("/DC0/datastore/LocalDS_0").orElseThrow();
    assertThat(told(vm("guest_id = \"otherGuest\"\n power = \"off\"\n datastore = \"DC0_POD0\"")))
        .contains("DVL7110");
    session.objects().move(store, pod, WATCH);
    String there = vm("guest_id = \"otherGuest\"\n power = \"off\"\n datastore = \"DC0_POD0\"");
    bench.applied(there);
    assertThat(machine("it-app").homeDatastore()).contains("LocalDS_0");
    assertThat(PlanPrint.of(bench.plan(there))).doesNotContain("datastore");
    gone(there);
  }

  private static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(it -> it.code().id()).toList();
  }
}
