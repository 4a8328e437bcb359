package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names pass from one machine to another. */
@Tag("vcenter")
class NamesTest {
  private static Simulator simulator;

  @TempDir Path folder;

  @BeforeAll
  static void order() throws Exception {
    simulator = Simulator.of("{\"vms\": 1, \"standaloneHosts\": 0, \"poweredOn\": false}");
  }

  @AfterAll
  static void end() throws Exception {
    simulator.close();
  }

  private Bench bench() {
    return new Bench(
            StandardKinds.load(),
            new VSphereProvider(Renaming.in(simulator)),
            new Stack(StackFile.fresh(), "default"),
            folder)
        .losingData();
  }

  private static String program(String declarations) {
    return "module it { edition = 2026 }\n" + simulator.host("") + declarations;
  }

  /** Machines that stay, machines that come anew, and one of each. */
  private static String machines(int step) {
    return program(
        """
        for i in 0..<3 {
          vm ring[i] { name = "ring-${mod(i + %1$d, 3)}", guest_id = "otherGuest" }
          vm anew[i] { name = "anew-${mod(i + %1$d, 3)}", guest_id = "otherGuest", replace_when = ["%1$d"] }
          vm chain[i] { name = "chain-${i + %1$d}", guest_id = "otherGuest" }
        }
        vm one { name = "swap-${mod(%1$d, 2)}", guest_id = "otherGuest", replace_when = ["%1$d"] }
        vm other { name = "swap-${mod(%1$d + 1, 2)}", guest_id = "otherGuest" }
        """
            .formatted(step));
  }

  @Test
  void ofMachines() throws Exception {
    Bench bench = bench();
    bench.applied(machines(0));
    try {
      for (int step : new int[] {1, 2, 0}) {
        bench.applied(machines(step));
        assertThat(bench.plan(machines(step)).changes()).isEmpty();
      }
    } finally {
      bench.apply(bench.planDestroy(machines(0)));
    }
  }
}
