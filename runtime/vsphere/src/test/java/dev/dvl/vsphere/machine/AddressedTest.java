package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.Peers;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.guest.Shell;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.VmSetting;
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

/** The state {@code addressed}: a card of the machine's own has an address. */
@Tag("vcenter")
class AddressedTest {
  private static final String CARD =
      """
      nic lan { network = "VM Network" }
      customize { addresses = { lan = "10.0.0.7/24" } }
      """;

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
  void leaveNothing() throws IOException {
    bench.apply(bench.planDestroy(program("")));
  }

  private static String program(String declarations) {
    return "module it { edition = 2026 }\n" + simulator.host("") + declarations;
  }

  /** A machine, and one that comes after it has an address. */
  private static String awaited(String lines) {
    return program(
        "vm app {\n guest_id = \"otherGuest\"\n"
            + lines
            + "\n"
            + "}\n"
            + "vm next { guest_id = \"otherGuest\", power = \"off\", after = [app.addressed] }\n"
            + "output ip = app.ip\n");
  }

  private static Op reaching(Plan plan, String state) {
    return plan.ops().stream()
        .filter(op -> op.reaches().filter(state::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itIsWaitedForWhereSomebodyComesAfterIt() throws IOException {
    Plan plan = bench.plan(awaited(CARD));
    Op addressed = reaching(plan, "addressed");
    Op next =
        plan.ops().stream()
            .filter(op -> op.change().toString().equals("next"))
            .findFirst()
            .orElseThrow();
    assertThat(addressed.role()).isEqualTo(Op.Role.WAITS);
    assertThat(next.needs()).contains(Op.Need.done(addressed.id()));
    assertThat(bench.plan(program("vm app { guest_id = \"otherGuest\" }\n")).ops())
        .noneMatch(op -> op.reaches().filter("addressed"::equals).isPresent());
  }

  @Test
  void itIsWaitedForWhateverElseIsWaitedFor() throws IOException {
    String wanted = awaited(CARD + "wait { until = \"none\" }\n");
    ApplyReport report = bench.applied(wanted);
    assertThat(report.outputs().toString()).contains("10.0.0.7");
    assertThat(bench.plan(wanted).changes()).isEmpty();
  }

  @Test
  void itIsWaitedForAgainWhereAChangeTakesThePower() throws IOException {
    bench.applied(awaited(CARD + "memory = 64MiB\n"));
    Plan plan = bench.plan(awaited(CARD + "memory = 128MiB\n"));
    assertThat(reaching(plan, "addressed").call()).isEqualTo("vm.address");
    bench.applied(awaited(CARD + "memory = 128MiB\n"));
  }

  /** What a guest calls its address may be that of a bridge in it. */
  @Test
  void anAddressOfAnythingButItsOwnCardsIsNone() throws Exception {
    String lines = "name = \"it-bridged\"\nwait { timeout = 1s }\n";
    bench.applied(program("vm app { guest_id = \"otherGuest\", power = \"off\", " + lines + "}\n"));
    Ref app = session.inventory().byPath("/DC0/vm/it-bridged").orElseThrow();
    session
        .machines()
        .reconfigure(app, List.of(new VmSetting.Extra("SET.guest.ipAddress", "172.17.0.1")), WATCH);
    ApplyReport report = bench.apply(bench.plan(awaited(lines)));
    assertThat(report.diagnostics().toString()).contains("DVL7130", "an address");
  }

  @Test
  void withoutBlocksAllCardsOfTheMachineCount() throws Exception {
    Shell.run(Peers.variable("DVL_TEST_VM_IMAGE"));
    String clone =
        """
        vm app {
          template     = "DC0_C0_RP0_VM0"
          extra_config = { "test.machine" = "dvl-test/vm:1", "test.engine" = "false" }
        }
        vm next { guest_id = "otherGuest", power = "off", after = [app.addressed] }
        output ip = app.ip
        """;
    ApplyReport report = bench.applied(program(clone));
    assertThat(report.outputs().toString()).containsPattern("[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+");
  }
}
