package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.Power;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who changed what behind dvl's back. */
@Tag("vcenter")
class DriftTest {
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
    session.close();
    simulator.close();
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
    bench.apply(bench.planDestroy(program(0, 1)));
  }

  private static String program(int machines, int cpus) {
    StringBuilder text = new StringBuilder("module it { edition = 2026 }\n" + simulator.host(""));
    for (int i = 0; i < machines; i++) {
      text.append(
          "vm app%d { name = \"it-app%d\", guest_id = \"otherGuest\", cpus = %d, cpu_hot_add = true, cpu_hot_remove = true }\n"
              .formatted(i, i, cpus));
    }
    return text.toString();
  }

  private static Ref machine(int number) throws Exception {
    return session.inventory().byPath("/DC0/vm/it-app" + number).orElseThrow();
  }

  /**
   * Clocks are compared by a call, and what comes sooner than that takes may count as dvl's own.
   */
  private static void later() throws InterruptedException {
    Thread.sleep(Duration.ofSeconds(1));
  }

  private static List<String> reasons(Plan plan) {
    return plan.changes().stream().flatMap(it -> it.reasons().stream()).toList();
  }

  @Test
  void theEventsTellWhoChangedAMachine() throws Exception {
    bench.applied(program(1, 1));
    later();
    session.machines().reconfigure(machine(0), List.of(new VmSetting.Cpus(2)), WATCH);
    assertThat(reasons(bench.plan(program(1, 1))))
        .singleElement()
        .asString()
        .contains("@vsphere.local` changed it on 20")
        .contains("VmReconfiguredEvent");
  }

  /** With nothing noted, nobody knows what of it was dvl. */
  @Test
  void whatDvlsOwnUserDidLastIsNobodysChange() throws Exception {
    bench.applied(program(1, 1));
    session.machines().power(machine(0), Power.OFF, WATCH);
    forget();
    Plan plan = bench.plan(program(1, 1));
    assertThat(plan.changes()).hasSize(1);
    assertThat(reasons(plan)).isEmpty();
  }

  private void forget() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(".dvl"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void theEventsTellWhoRemovedAMachine() throws Exception {
    bench.applied(program(1, 1));
    later();
    session.machines().power(machine(0), Power.OFF, WATCH);
    session.objects().destroy(machine(0), WATCH);
    assertThat(reasons(bench.plan(program(1, 1))))
        .singleElement()
        .asString()
        .contains("@vsphere.local` was the last to touch what dvl had made")
        .contains("VmRemovedEvent");
  }

  @Test
  void whatThePlanAsksForIsNoDrift() throws IOException {
    bench.applied(program(1, 1));
    assertThat(reasons(bench.plan(program(1, 2)))).isEmpty();
    assertThat(reasons(bench.plan(program(2, 1)))).isEmpty();
  }

  @Test
  void theEventsAreAskedForOnceAndOnlyWhereSomethingDiffers() throws Exception {
    bench.options(PlanOptions.NONE);
    bench.applied(program(3, 1));
    simulator.control("POST", "/calls/reset", "");
    bench.plan(program(3, 1));
    assertThat(simulator.control("GET", "/calls", "").toString()).doesNotContain("QueryEvents");
    later();
    for (int i = 0; i < 3; i++) {
      session.machines().reconfigure(machine(i), List.of(new VmSetting.Cpus(2)), WATCH);
    }
    simulator.control("POST", "/calls/reset", "");
    assertThat(reasons(bench.plan(program(3, 1)))).hasSize(3);
    assertThat(simulator.control("GET", "/calls", "").toString())
        .contains("QueryEvents={count=1,")
        .contains("CurrentTime={count=1,");
  }
}
