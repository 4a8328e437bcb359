package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.Ended;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.Power;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that follow one another: the next one begins when the one before was good for long. */
@Tag("vcenter")
class SteadyTest {
  private static final Watch WATCH = Watch.within(Duration.ofMinutes(1));
  private static final Duration WINDOW = Duration.ofSeconds(2);

  private static Simulator simulator;
  private static VSphereSession session;

  @TempDir Path folder;
  private Bench bench;

  /** Does something to a machine. */
  private interface Act {
    void on(Ref machine) throws VSphereException, InterruptedException;
  }

  @BeforeAll
  static void order() throws Exception {
    simulator = Simulator.of("{\"vms\": 0, \"standaloneHosts\": 0}");
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
    bench.listener(event -> {});
    bench.apply(bench.planDestroy(machines("64MiB")));
  }

  private static String program(String declarations) {
    return "module it { edition = 2026 }\n" + simulator.host("") + declarations;
  }

  private static String machines(String memory) {
    return program(
        """
        for i in 0..<3 {
          vm app[i] {
            name     = "it-app-${i}"
            guest_id = "otherGuest"
            memory   = %s
            update {
              max_parallel  = 1
              health_window = 2s
            }
          }
        }
        """
            .formatted(memory));
  }

  @Test
  void oneGoesOffWhenTheOneBeforeHasBeenGood() throws IOException {
    bench.applied(machines("64MiB"));
    List<String> order = new ArrayList<>();
    bench.listener(
        event -> {
          if (event instanceof ApplyEvent.Started(Op op) && op.call().equals("vm.stop")) {
            order.add("off " + op.change());
          } else if (event instanceof ApplyEvent.Done(Op op, Duration took) && op.isSteady()) {
            assertThat(took).isGreaterThanOrEqualTo(WINDOW);
            order.add("good " + op.change());
          }
        });
    assertThat(bench.apply(bench.plan(machines("128MiB"))).result())
        .isEqualTo(ApplyReport.Result.DONE);
    assertThat(order)
        .containsExactly(
            "off app[0]", "good app[0]", "off app[1]", "good app[1]", "off app[2]", "good app[2]");
    assertThat(bench.plan(machines("128MiB")).changes()).isEmpty();
  }

  @Test
  void oneThatGoesOffInItsTimeHasFailed() throws IOException {
    whileItIsWatched(
        machine -> session.machines().power(machine, Power.OFF, WATCH), "it is not on any more");
    assertThat(bench.plan(machines("128MiB")).changes())
        .extracting(it -> it.address().toString())
        .containsExactly("app[1]", "app[2]");
    bench.applied(machines("128MiB"));
    assertThat(bench.plan(machines("128MiB")).changes()).isEmpty();
  }

  @Test
  void oneWhoseGuestFailsInItsTimeHasFailed() throws IOException {
    whileItIsWatched(
        machine ->
            session
                .machines()
                .reconfigure(
                    machine,
                    List.of(new VmSetting.Extra("SET.guestHeartbeatStatus", "red")),
                    WATCH),
        "its guest has failed");
    assertThat(bench.plan(machines("128MiB")).changes())
        .as("nothing of app[1] differs, and it is waited for")
        .extracting(it -> it.address().toString())
        .containsExactly("app[1]", "app[2]");
  }

  /** What happens to the second one while it is watched. */
  private void whileItIsWatched(Act act, String why) throws IOException {
    bench.applied(machines("64MiB"));
    Plan plan = bench.plan(machines("128MiB"));
    bench.listener(
        event -> {
          if (event instanceof ApplyEvent.Started(Op op)
              && op.isSteady()
              && op.change().toString().equals("app[1]")) {
            happens(act);
          }
        });
    ApplyReport report = bench.apply(plan);
    bench.listener(event -> {});
    assertThat(report.changes())
        .extracting(ApplyReport.ChangeResult::ended)
        .containsExactly(Ended.DONE, Ended.FAILED, Ended.SKIPPED);
    assertThat(report.diagnostics().getFirst().code()).isEqualTo(Codes.WAITED);
    assertThat(report.diagnostics().toString()).contains(why);
  }

  private static void happens(Act act) {
    try {
      act.on(session.inventory().byPath("/DC0/vm/it-app-1").orElseThrow());
    } catch (VSphereException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anOldOneGoesOnForSomeTimeWhenItsSuccessorIsUp() throws IOException {
    String lines =
        """
        vm solo {
          guest_id     = "otherGuest"
          replace_when = ["%s"]
          update { order = "start_first", drain = 2s }
        }
        """;
    bench.applied(program(lines.formatted("one")));
    List<String> order = new ArrayList<>();
    bench.listener(
        event -> {
          if (event instanceof ApplyEvent.Done(Op op, Duration took)) {
            order.add(op.call());
            if (op.call().equals("vm.drain")) {
              assertThat(took).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
            }
          }
        });
    bench.losingData().applied(program(lines.formatted("two")));
    assertThat(order).containsSubsequence("vm.start", "vm.drain", "vm.stop", "vm.remove");
    bench.listener(event -> {});
    assertThat(bench.plan(program(lines.formatted("two"))).changes()).isEmpty();
    bench.apply(bench.planDestroy(program(lines.formatted("two"))));
  }
}
