package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines with devices that dvl lets go of, and takes back as it would a stranger's. */
@Tag("vcenter")
class AdoptTest {
  private static final String ADOPT = "adopt app = \"it-app\"\n";
  private static final String ONE_DISK =
      "disk root { size = 1GiB }\nnic lan { network = \"VM Network\" }";
  private static final String TWO_DISKS = ONE_DISK + "\ndisk data { size = 2GiB }";

  private Simulator simulator;
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void prepare() throws Exception {
    simulator = Simulator.of("{\"vms\": 0, \"standaloneHosts\": 0}");
    bench =
        new Bench(
            StandardKinds.load(),
            new VSphereProvider(),
            new Stack(StackFile.fresh(), "default"),
            folder);
  }

  @AfterEach
  void giveBack() throws Exception {
    simulator.close();
  }

  private String program(String declarations) {
    return "module it { edition = 2026 }\n" + simulator.host("") + declarations;
  }

  private String vm(String lines) {
    return program(
        "vm app {\n name = \"it-app\"\n guest_id = \"otherGuest\"\n power = \"off\"\n"
            + lines
            + "\n}\n");
  }

  private void makeStranger(String lines) throws Exception {
    bench.applied(vm(lines));
    bench.applied(program("forget app\n"));
    try (VSphereSession session = simulator.session()) {
      Ref ref = session.inventory().byPath("/DC0/vm/it-app").orElseThrow();
      Machine machine = Machine.read(session, List.of(ref)).getFirst();
      assertThat(machine.extra()).noneSatisfy((key, value) -> isOurs(key, value));
    }
  }

  private static void isOurs(String key, String value) {
    assertThat(key).startsWith("dvl.");
    assertThat(value).isNotEmpty();
  }

  @Test
  void theOnlyDevicesKeepTheirPlaces() throws Exception {
    makeStranger(ONE_DISK);
    Plan plan = bench.plan(vm(ONE_DISK) + ADOPT);
    assertThat(plan.changes()).hasSize(1).allMatch(it -> it.action() == Action.ADOPT);
    assertThat(plan.changes().getFirst().fields()).isEmpty();
    bench.apply(plan);
    assertThat(bench.plan(vm(ONE_DISK) + ADOPT).changes()).isEmpty();
    assertThat(bench.plan(vm(ONE_DISK)).changes()).isEmpty();
  }

  @Test
  void whatDiffersIsChanged() throws Exception {
    makeStranger(ONE_DISK);
    String larger = vm(ONE_DISK.replace("1GiB", "3GiB") + "\ncpus = 2") + ADOPT;
    assertThat(bench.plan(larger).changes().getFirst().fields())
        .extracting(it -> it.path().toString())
        .containsExactlyInAnyOrder("cpus", "disk[\"root\"].size");
    bench.applied(larger);
    assertThat(bench.plan(larger).changes()).isEmpty();
  }

  @Test
  void whichOfTwoDisksIsMeantMustBeSaid() throws Exception {
    makeStranger(TWO_DISKS);
    assertThat(codes(vm(TWO_DISKS) + ADOPT)).contains("DVL6050");
    String placed = "size = %s, controller = \"pvscsi\", unit = %s";
    String said =
        vm(
                TWO_DISKS
                    .replace("size = 1GiB", placed.formatted("1GiB", "1"))
                    .replace("size = 2GiB", placed.formatted("2GiB", "0")))
            + ADOPT;
    bench.applied(said);
    assertThat(bench.plan(said).changes()).isEmpty();
  }

  private List<String> codes(String program) throws IOException {
    return bench.planOutcome(program).diagnostics().stream().map(it -> it.code().id()).toList();
  }
}
