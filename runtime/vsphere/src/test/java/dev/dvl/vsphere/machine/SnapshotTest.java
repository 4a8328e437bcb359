package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.contract.Bench;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a snapshot after it was taken. */
@Tag("vcenter")
class SnapshotTest {
  private static Simulator simulator;

  @TempDir Path folder;
  private Bench bench;

  @BeforeAll
  static void order() throws Exception {
    simulator = Simulator.of("{\"vms\": 1, \"standaloneHosts\": 0, \"poweredOn\": false}");
  }

  @AfterAll
  static void end() throws Exception {
    simulator.close();
  }

  @BeforeEach
  void prepare() {
    bench =
        new Bench(
                StandardKinds.load(),
                new VSphereProvider(Renaming.in(simulator)),
                new Stack(StackFile.fresh(), "default"),
                folder)
            .losingData();
  }

  @AfterEach
  void leaveNothing() throws IOException {
    bench.apply(bench.planDestroy(program("")));
  }

  private static String program(String declarations) {
    return "module it { edition = 2026 }\n" + simulator.host("") + declarations;
  }

  private static String snapshot(String lines) {
    return program(
        "vm app { name = \"it-app\", guest_id = \"otherGuest\" }\n"
            + "snapshot before { vm = app, name = \"before\"\n"
            + lines
            + "\n}\n");
  }

  private static List<String> calls(Plan plan) {
    return plan.ops().stream().map(Op::call).toList();
  }

  @Test
  void goingBackIsPlannedOnceAndOnlyWhenTheTextChanges() throws Exception {
    bench.applied(snapshot("revert = \"1\""));
    assertThat(bench.plan(snapshot("revert = \"1\"")).changes()).isEmpty();
    Plan plan = bench.plan(snapshot("revert = \"2\""));
    PlannedChange change = plan.changes().getFirst();
    assertThat(change.action()).isEqualTo(Action.UPDATE);
    assertThat(change.impact()).isEqualTo(Impact.REWIND);
    assertThat(change.reasons().toString()).contains("what happened since is lost");
    assertThat(calls(plan)).containsExactly("snapshot.revert", "snapshot.change");
    simulator.control("POST", "/calls/reset", "");
    bench.applied(snapshot("revert = \"2\""));
    assertThat(simulator.control("GET", "/calls", "").toString())
        .contains("RevertToSnapshot_Task={count=1,");
    assertThat(bench.plan(snapshot("revert = \"2\"")).changes()).isEmpty();
    assertThat(calls(bench.plan(snapshot("")))).containsExactly("snapshot.change");
  }

  @Test
  void goingBackTakesConsent() throws IOException {
    bench.applied(snapshot(""));
    bench.options(PlanOptions.NONE);
    assertThat(bench.planOutcome(snapshot("revert = \"1\"")).diagnostics())
        .filteredOn(Diagnostic::isError)
        .extracting(it -> it.code().id())
        .containsExactly("DVL6014");
  }

  /** A real server leaves such a machine off; the simulator does not, so somebody else does. */
  @Test
  void aMachineThatRanRunsAgain() throws Exception {
    bench.applied(snapshot(""));
    simulator.control(
        "POST",
        "/faults",
        "{\"method\": \"RevertToSnapshot_Task\", \"count\": 1, \"at\": \"task\", \"delay\": 1500}");
    Thread switching = Thread.ofVirtual().start(SnapshotTest::switchOffMeanwhile);
    bench.applied(snapshot("revert = \"1\""));
    switching.join();
    assertThat(bench.plan(snapshot("revert = \"1\"")).changes()).isEmpty();
  }

  private static void switchOffMeanwhile() {
    try {
      while (!simulator.control("GET", "/faults", "").toString().contains("applied=1")) {
        Thread.sleep(20);
      }
      simulator.control(
          "POST",
          "/behind",
          """
          {"type": "VirtualMachine", "name": "it-app", "property": "runtime.powerState",
           "kind": "VirtualMachinePowerState", "value": "poweredOff"}
          """);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void nameAndDescriptionChangeWhileItStays() throws Exception {
    bench.applied(snapshot("description = \"one\""));
    String other = snapshot("description = \"two\"").replace("\"before\"", "\"earlier\"");
    Plan plan = bench.plan(other);
    assertThat(calls(plan)).containsExactly("snapshot.change");
    assertThat(plan.changes().getFirst().impact()).isEqualTo(Impact.LIVE);
    bench.applied(other);
    assertThat(bench.plan(other).changes()).isEmpty();
    assertThat(bench.plan(snapshot("description = \"one\"")).changes().getFirst().fields())
        .extracting(it -> it.path().toString())
        .containsExactlyInAnyOrder("name", "description");
  }
}
