package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.contract.PlanPrint;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.apply.ApplyListener;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.Stop;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of machines, beyond what every attribute and every provider does. */
@Tag("vcenter")
class MachineTest {
  private static final Watch WATCH = Watch.within(Duration.ofMinutes(1));
  private static Simulator simulator;
  private static VSphereSession session;

  @TempDir Path folder;
  private Bench bench;

  @BeforeAll
  static void order() throws Exception {
    simulator = Simulator.of("{\"vms\": 1, \"standaloneHosts\": 0, \"poweredOn\": false}");
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

  @AfterEach
  void leaveNothing() throws Exception {
    simulator.control("DELETE", "/faults", "");
    bench.options(PlanOptions.NONE).stop(new Stop()).listener(ApplyListener.NONE);
    bench.apply(bench.planDestroy(program("")));
    assertThat(names()).isEmpty();
  }

  private static String program(String declarations) {
    return "module it { edition = 2026 }\n" + simulator.host("") + declarations;
  }

  private static String vm(String lines) {
    return program("vm app {\n name = \"it-app\"\n guest_id = \"otherGuest\"\n" + lines + "\n}\n");
  }

  private static List<String> names() throws Exception {
    return Catalog.read(session, List.of(new Selection(Machine.TYPE, List.of())))
        .all(Machine.TYPE)
        .stream()
        .map(it -> it.name())
        .filter(it -> it.startsWith("it-"))
        .toList();
  }

  private static Machine machine(String name) throws Exception {
    Ref ref = session.inventory().byPath("/DC0/vm/" + name).orElseThrow();
    return Machine.read(session, List.of(ref)).getFirst();
  }

  private static List<String> calls(Plan plan) {
    return plan.ops().stream().filter(op -> !op.undoes()).map(Op::call).toList();
  }

  private static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(it -> it.code().id()).toList();
  }

  @Test
  void withHotAddMoreProcessorsAreALiveChange() throws IOException {
    bench.applied(vm("cpus = 1\n cpu_hot_add = true"));
    assertThat(calls(bench.plan(vm("cpus = 2\n cpu_hot_add = true"))))
        .containsExactly("vm.configure", "vm.commit");
  }

  @Test
  void withoutHotAddTheMachineIsOffAroundOneReconfiguration() throws IOException {
    bench.applied(vm("cpus = 1\n memory = 32MiB"));
    String wanted = vm("cpus = 2\n memory = 64MiB\n annotation = \"larger\"");
    Plan plan = bench.plan(wanted);
    assertThat(calls(plan)).containsExactly("vm.stop", "vm.configure", "vm.start", "vm.commit");
    assertThat(PlanPrint.of(plan)).contains("(power_off)");
    bench.applied(wanted);
    assertThat(bench.plan(wanted).changes()).isEmpty();
  }

  @Test
  void theOrderOfDisksDoesNotMatter() throws IOException {
    bench.applied(vm("disk b { size = 1GiB }\n disk c { size = 2GiB }"));
    String more = vm("disk a { size = 3GiB }\n disk c { size = 2GiB }\n disk b { size = 1GiB }");
    Plan plan = bench.plan(more);
    assertThat(plan.changes().getFirst().fields())
        .allMatch(it -> it.path().toString().startsWith("disk[\"a\"]"));
    bench.applied(more);
    assertThat(bench.plan(more).changes()).isEmpty();
  }

  @Test
  void aDiskIsLostOnlyWhereThatIsAllowed() throws Exception {
    bench.applied(vm("disk a { size = 1GiB }\n disk b { size = 1GiB }"));
    String without = vm("disk a { size = 1GiB }");
    assertThat(codes(bench.planOutcome(without).diagnostics())).contains("DVL6014");
    bench.losingData();
    Ref before = machine("it-app").ref();
    assertThat(bench.plan(without).changes()).allMatch(it -> it.action() == Action.UPDATE);
    bench.applied(without);
    assertThat(machine("it-app").ref()).isEqualTo(before);
    assertThat(machine("it-app").devices())
        .filteredOn(it -> it.type().equals("VirtualDisk"))
        .hasSize(1);
    assertThat(bench.plan(without).changes()).isEmpty();
  }

  @Test
  void aDiskThatIsKeptGoesWithoutItsFile() throws Exception {
    bench.applied(vm("disk a { size = 1GiB, keep = true }"));
    String file =
        machine("it-app").devices().stream()
            .flatMap(it -> it.text("backing.fileName").stream())
            .filter(it -> it.endsWith(".vmdk"))
            .findFirst()
            .orElseThrow();
    bench.applied(vm("power = \"on\""));
    String attached = vm("disk again { file = \"" + file + "\" }");
    bench.applied(attached);
    assertThat(bench.plan(attached).changes()).isEmpty();
  }

  @Test
  void aDiskMovesToAnotherPlace() throws IOException {
    bench.applied(vm("power = \"off\"\n disk a { size = 1GiB }"));
    String moved = vm("power = \"off\"\n disk a { size = 1GiB, controller = \"sata\", unit = 3 }");
    bench.applied(moved);
    assertThat(bench.plan(moved).changes()).isEmpty();
  }

  @Test
  void aCloneHasNothingOfWhatItsOriginWasTold() throws Exception {
    Machine origin = machine("DC0_C0_RP0_VM0");
    session
        .machines()
        .reconfigure(
            origin.ref(),
            List.of(
                new VmSetting.Extra("guestinfo.metadata", "origin"),
                new VmSetting.Extra("dvl.disk.old", "scsi0:9")),
            WATCH);
    bench.applied(
        program(
            "vm app { name = \"it-app\", template = \"DC0_C0_RP0_VM0\", power = \"off\"\n"
                + "cloud_init { user_data = \"#cloud-config\" } }"));
    Map<String, String> extra = machine("it-app").extra();
    assertThat(extra.getOrDefault("dvl.disk.old", "")).isEmpty();
    assertThat(extra).containsEntry("guestinfo.userdata.encoding", "gzip+base64");
    assertThat(extra.get("guestinfo.metadata")).isNotEqualTo("origin");
    assertThat(extra.get("dvl.state")).isEqualTo("ready " + machine("it-app").instanceUuid());
  }

  @Test
  void aReplacementStopsFirstAndLeavesOne() throws Exception {
    bench.applied(vm("cpus = 1"));
    Ref before = machine("it-app").ref();
    String replaced = vm("cpus = 1\n replace_when = [2]");
    assertThat(codes(bench.planOutcome(replaced).diagnostics())).contains("DVL6014");
    bench.losingData();
    assertThat(calls(bench.plan(replaced)).subList(0, 3))
        .containsExactly("vm.stop", "vm.rename", "vm.create");
    bench.applied(replaced);
    assertThat(machine("it-app").ref()).isNotEqualTo(before);
    assertThat(names()).containsExactly("it-app");
  }

  @Test
  void whereTheNewMachineDoesNotComeUpTheOldOneIsBack() throws Exception {
    bench.applied(vm("cpus = 1"));
    Ref before = machine("it-app").ref();
    simulator.control(
        "POST",
        "/faults",
        "{\"method\": \"PowerOnVM_Task\", \"count\": 1, \"fault\": \"InsufficientResourcesFault\","
            + " \"at\": \"task\"}");
    String replaced = vm("cpus = 1\n replace_when = [2]\n update { on_failure = \"rollback\" }");
    ApplyReport report = bench.losingData().apply(bench.plan(replaced));
    simulator.control("DELETE", "/faults", "");
    assertThat(report.result()).isNotEqualTo(ApplyReport.Result.DONE);
    assertThat(machine("it-app").ref()).isEqualTo(before);
    assertThat(machine("it-app").power()).isEqualTo("on");
    assertThat(names()).containsExactly("it-app");
  }

  @Test
  void aSnapshotIsTakenRevertedToAndInTheWayOfAGrowingDisk() throws Exception {
    String disk = "power = \"off\"\n disk a { size = %dGiB }";
    String one =
        vm(disk.formatted(1))
            + "snapshot before { vm = app, name = \"before\", description = \"d\" }\n";
    bench.applied(one);
    assertThat(bench.plan(one).changes()).isEmpty();
    String grown =
        vm(disk.formatted(2))
            + "snapshot before { vm = app, name = \"before\", description = \"d\" }\n";
    assertThat(codes(bench.planOutcome(grown).diagnostics())).contains("DVL7117");
  }

  @Test
  void aTemplateOfOursIsClonedAndGoesLast() throws Exception {
    String all =
        program(
            """
            template gold { name = "it-gold", source = "DC0_C0_RP0_VM0", version = "1" }
            vm app { name = "it-app", template = gold, power = "off" }
            """);
    bench.applied(all);
    assertThat(bench.plan(all).changes()).isEmpty();
    assertThat(machine("it-gold").isTemplate()).isTrue();
    String newer = all.replace("version = \"1\"", "version = \"2\"");
    bench.applied(newer);
    assertThat(bench.plan(newer).changes()).isEmpty();
    assertThat(names()).containsExactlyInAnyOrder("it-gold", "it-app");
  }

  @Test
  void theAddressOfACustomizedMachineIsWaitedFor() throws Exception {
    ApplyReport report =
        bench.applied(
            vm(
                    "nic lan { network = \"VM Network\" }\n"
                        + "customize { hostname = \"app\", addresses = { lan = \"10.0.0.7/24\" }"
                        + " }\n"
                        + "wait { until = \"address\", nic = \"lan\", subnet = \"10.0.0.0/24\" }\n")
                + "output ip = app.ip\n");
    assertThat(report.outputs().toString()).contains("10.0.0.7");
  }

  @Test
  void aMachineThatDoesNotComeUpInTimeIsAFailure() throws Exception {
    ApplyReport report = bench.apply(bench.plan(vm("wait { until = \"tools\", timeout = 1s }")));
    assertThat(codes(report.diagnostics())).contains("DVL7130");
    assertThat(report.diagnostics().toString()).contains("VMware Tools to run");
  }

  @Test
  void aRequestToStopEndsAWait() throws IOException {
    Stop stop = new Stop();
    Plan plan = bench.plan(vm("wait { until = \"tools\", timeout = 1h }"));
    bench.stop(stop).listener(onProgress("VMware Tools", stop));
    ApplyReport report = bench.apply(plan);
    assertThat(codes(report.diagnostics())).contains("DVL7129");
  }

  @Test
  void aRequestToStopEndsATaskThatCanBeGivenUp() throws Exception {
    simulator.control(
        "POST",
        "/faults",
        "{\"method\": \"CreateVM_Task\", \"count\": 1, \"at\": \"task\", \"delay\": 600000}");
    Stop stop = new Stop();
    Plan plan = bench.plan(vm(""));
    bench.stop(stop).listener(onProgress("CreateVM", stop));
    ApplyReport report = bench.apply(plan);
    assertThat(codes(report.diagnostics())).contains("DVL7129");
    assertThat(names()).isEmpty();
  }

  /** Asks to stop when it is waited for something. */
  private static ApplyListener onProgress(String waiting, Stop stop) {
    return event -> {
      if (event instanceof ApplyEvent.Progress progress && progress.text().contains(waiting)) {
        stop.ask();
      }
    };
  }

  @Test
  void whatIsWrongIsToldWhilePlanning() throws IOException {
    assertThat(
            codes(
                bench
                    .planOutcome(program("vm app { template = \"DC0_C0_RP0_VM1\" }"))
                    .diagnostics()))
        .contains("DVL7110");
    assertThat(
            bench.planOutcome(vm("nic lan { network = \"VM Netwrk\" }")).diagnostics().toString())
        .contains("`VM Network`");
    assertThat(codes(bench.planOutcome(vm("folder = \"nowhere\"")).diagnostics()))
        .contains("DVL7110");
    assertThat(codes(bench.planOutcome(vm("datastore = \"LocalDS_1\"")).diagnostics()))
        .contains("DVL7110");
    assertThat(
            codes(
                bench
                    .planOutcome(
                        vm(
                            "cloud_init { compress = false, user_data = \""
                                + "x".repeat(50_000)
                                + "\" }"))
                    .diagnostics()))
        .contains("DVL7114");
    assertThat(
            codes(
                bench
                    .planOutcome(vm("disk a { size = 900TiB, provisioning = \"eager\" }"))
                    .diagnostics()))
        .contains("DVL7115");
    String clone = "vm app { template = \"DC0_C0_RP0_VM0\"\n %s }";
    assertThat(codes(bench.planOutcome(program(clone.formatted("customize { }"))).diagnostics()))
        .contains("DVL7116");
    assertThat(
            codes(
                bench
                    .planOutcome(program(clone.formatted("disk root { size = 1GiB }")))
                    .diagnostics()))
        .contains("DVL7119");
    assertThat(codes(bench.planOutcome(vm("tags = [\"a/b\"]")).diagnostics())).contains("DVL7110");
  }

  /** Each looks before the first has defined it, and the server takes one of them. */
  @Test
  void machinesThatWantTheSameNewAttributeAtOnceAllGetIt() throws Exception {
    simulator.control("POST", "/faults", "{\"method\": \"AddCustomFieldDef\", \"delay\": 1000}");
    String owned =
        "vm %s { name = \"it-%s\", power = \"off\", custom_attributes = { owner = \"shop\" } }\n";
    bench.applied(program(owned.formatted("a", "a") + owned.formatted("b", "b")));
    assertThat(machine("it-a").fields()).containsEntry("owner", "shop");
    assertThat(machine("it-b").fields()).containsEntry("owner", "shop");
  }

  /** The simulator takes an empty text for one that is not set. */
  @Test
  void aValueThatTheServerIgnoresIsTold() throws IOException {
    bench.applied(vm("power = \"off\"\n annotation = \"one\""));
    ApplyReport report = bench.apply(bench.plan(vm("power = \"off\"")));
    assertThat(codes(report.diagnostics())).containsExactly("DVL7131");
    assertThat(report.diagnostics().toString()).contains("`annotation`");
  }

  @Test
  void hardwareIsRaisedAndNeverLowered() throws IOException {
    bench.applied(vm("power = \"off\"\n hardware_version = 13"));
    bench.applied(vm("power = \"off\"\n hardware_version = 14"));
    assertThat(bench.plan(vm("power = \"off\"\n hardware_version = 14")).changes()).isEmpty();
    assertThat(
            bench.planOutcome(vm("power = \"off\"\n hardware_version = 13")).diagnostics().stream()
                .anyMatch(Diagnostic::isError))
        .isTrue();
  }
}
