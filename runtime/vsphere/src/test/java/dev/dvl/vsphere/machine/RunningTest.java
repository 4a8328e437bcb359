package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.Power;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes cost a machine that runs or is suspended; the vCenter refuses what it refuses. */
@Tag("vcenter")
class RunningTest {
  private static final Watch WATCH = Watch.within(Duration.ofMinutes(1));
  private static Simulator simulator;
  private static VSphereSession session;

  @TempDir Path folder;
  private Bench bench;

  @BeforeAll
  static void order() throws Exception {
    simulator = Simulator.of("{\"vms\": 0, \"standaloneHosts\": 0, \"poweredOn\": false}");
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
                folder)
            .losingData();
  }

  @AfterEach
  void leaveNothing() throws Exception {
    simulator.control("DELETE", "/faults", "");
    bench.apply(bench.planDestroy(program("")));
  }

  private static String program(String declarations) {
    return "module it { edition = 2026 }\n" + simulator.host("") + declarations;
  }

  private static String vm(String lines) {
    return program("vm app {\n name = \"run-app\"\n guest_id = \"otherGuest\"\n" + lines + "\n}\n");
  }

  private static Machine machine() throws Exception {
    Ref ref = session.inventory().byPath("/DC0/vm/run-app").orElseThrow();
    return Machine.read(session, List.of(ref)).getFirst();
  }

  private static List<String> calls(Plan plan) {
    return plan.ops().stream().filter(op -> !op.undoes()).map(Op::call).toList();
  }

  /** Plans these calls, and makes them. */
  private void costs(String program, String... calls) throws IOException {
    assertThat(calls(bench.plan(program))).containsExactly(calls);
    bench.applied(program);
    assertThat(bench.plan(program).changes()).isEmpty();
  }

  @Test
  void disksAndCardsComeAndGoWhileItRuns() throws Exception {
    String one = "disk root { size = 1GiB }\n";
    bench.applied(vm(one));
    String disk = "disk data { size = 1GiB, mode = \"persistent\", sharing = \"none\" }\n";
    String card = "nic second { network = \"VM Network\", adapter = \"e1000e\" }\n";
    costs(vm(one + disk), "vm.configure", "vm.commit");
    costs(vm(one + disk + card), "vm.configure", "vm.commit");
    costs(vm(one + card), "vm.configure", "vm.commit");
    costs(vm(one), "vm.configure", "vm.commit");
    assertThat(machine().power()).isEqualTo("on");
  }

  @Test
  void whatIsAddedIsOneThingInThePlan() throws Exception {
    bench.applied(vm("disk root { size = 1GiB }"));
    Plan plan = bench.plan(vm("disk root { size = 1GiB }\ndisk data { size = 5GiB }"));
    assertThat(plan.changes().getFirst().fields())
        .extracting(it -> it.path().toString())
        .containsExactly("disk[\"data\"]");
  }

  @Test
  void slowControllersAndDrivesTakeAStop() throws Exception {
    bench.applied(vm(""));
    String[] stopped = {"vm.stop", "vm.configure", "vm.start", "vm.commit"};
    String disk = "disk old { size = 1GiB, controller = \"ide\" }\n";
    costs(vm(disk), stopped);
    costs(vm(disk + "cdrom iso {}"), stopped);
    costs(vm(disk + "disk s { size = 1GiB, controller = \"sata\" }"), stopped);
    costs(vm(disk), stopped);
    costs(vm(""), stopped);
    assertThat(machine().power()).isEqualTo("on");
  }

  @Test
  void whatTheGuestReadsIsWrittenWhileItRuns() throws Exception {
    bench.applied(vm("extra_config = { \"guestinfo.role\" = \"a\", \"svga.present\" = \"TRUE\" }"));
    costs(
        vm("extra_config = { \"guestinfo.role\" = \"b\", \"svga.present\" = \"TRUE\" }"),
        "vm.configure",
        "vm.commit");
    costs(
        vm("extra_config = { \"guestinfo.role\" = \"b\", \"svga.present\" = \"FALSE\" }"),
        "vm.stop",
        "vm.configure",
        "vm.start",
        "vm.commit");
  }

  @Test
  void aSuspendedMachineGoesOnBeforeItsHardwareChanges() throws Exception {
    bench.applied(vm("memory = 32MiB\n memory_hot_add = true"));
    suspend();
    costs(
        vm("memory = 64MiB\n memory_hot_add = true"),
        "vm.start",
        "vm.configure",
        "vm.start",
        "vm.commit");
    assertThat(machine().power()).isEqualTo("on");
  }

  @Test
  void aMachineThatIsToBeSuspendedIsSoAgain() throws Exception {
    bench.applied(vm("memory = 32MiB\n power = \"suspended\""));
    bench.applied(vm("memory = 64MiB\n power = \"suspended\""));
    assertThat(machine().power()).isEqualTo("suspended");
    costs(vm("memory = 32MiB\n power = \"off\""), "vm.stop", "vm.configure", "vm.commit");
    assertThat(machine().power()).isEqualTo("off");
  }

  @Test
  void theGuestIsAskedBeforeTheMachineGoes() throws Exception {
    bench.applied(vm("disk root { size = 1GiB }"));
    Plan plan = bench.planDestroy(program(""));
    assertThat(calls(plan)).containsExactly("vm.stop", "vm.remove");
    fail("Destroy_Task");
    ApplyReport report = bench.apply(plan);
    assertThat(report.result()).isNotEqualTo(ApplyReport.Result.DONE);
    assertThat(machine().power()).as("as it was").isEqualTo("on");
  }

  /** Without them its guest would write to what lies below their places. */
  @Test
  void withoutDisksThatStayItIsNotStarted() throws Exception {
    bench.applied(vm("disk root { size = 1GiB, keep = true }"));
    Plan plan = bench.planDestroy(program(""));
    fail("Destroy_Task");
    bench.apply(plan);
    assertThat(machine().power()).isEqualTo("off");
  }

  @Test
  void aSuspendedMachineSleepsOnThroughWhatIsNoHardware() throws Exception {
    bench.applied(vm("power = \"suspended\""));
    costs(vm("power = \"suspended\"\n annotation = \"a\""), "vm.configure", "vm.commit");
    fail("ReconfigVM_Task");
    bench.apply(bench.plan(vm("power = \"suspended\"\n cpus = 2")));
    assertThat(machine().power()).as("as it was").isEqualTo("suspended");
  }

  /** Every call of an update that stops it fails once. */
  @Test
  void whateverFailsItIsOnAgain() throws Exception {
    bench.applied(vm("memory = 32MiB"));
    for (String method : List.of("PowerOffVM_Task", "ReconfigVM_Task", "PowerOnVM_Task")) {
      fail(method);
      bench.apply(bench.plan(vm("memory = 64MiB")));
      assertThat(machine().power()).as(method).isEqualTo("on");
      simulator.control("DELETE", "/faults", "");
      bench.applied(vm("memory = 32MiB"));
    }
  }

  private static void fail(String method) throws Exception {
    simulator.control(
        "POST",
        "/faults",
        "{\"method\": \""
            + method
            + "\", \"count\": 1, \"at\": \"task\", \"fault\":"
            + " \"InsufficientResourcesFault\"}");
  }

  private void suspend() throws Exception {
    session.machines().power(machine().ref(), Power.SUSPEND, WATCH);
    assertThat(machine().power()).isEqualTo("suspended");
  }
}
