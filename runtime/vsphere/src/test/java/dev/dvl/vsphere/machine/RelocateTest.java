package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.spec.Placement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines and single disks that go to another datastore. */
@Tag("vcenter")
class RelocateTest {
  @TempDir Path folder;
  private Simulator simulator;
  private VSphereSession session;
  private Moving moving;
  private Bench bench;

  @BeforeEach
  void order() throws Exception {
    simulator = Simulator.of("{\"vms\": 0, \"standaloneHosts\": 0, \"datastores\": 3}");
    session = simulator.session();
    moving = new Moving(simulator);
    bench =
        new Bench(
            StandardKinds.load(),
            new VSphereProvider(moving.connector()),
            new Stack(StackFile.fresh(), "default"),
            folder);
  }

  @AfterEach
  void end() throws Exception {
    session.close();
    simulator.close();
  }

  private String program(String lines) {
    return "module it { edition = 2026 }\n"
        + simulator.host("")
        + "vm app {\n name = \"it-moves\"\n guest_id = \"otherGuest\"\n power = \"off\"\n"
        + lines
        + "\n}\n";
  }

  private Ref datastore(int number) throws Exception {
    return session.inventory().byPath("/DC0/datastore/LocalDS_" + number).orElseThrow();
  }

  private List<String> files() throws Exception {
    Ref machine = session.inventory().byPath("/DC0/vm/it-moves").orElseThrow();
    return Machine.read(session, List.of(machine)).getFirst().devices().stream()
        .filter(it -> it.type().equals("VirtualDisk"))
        .map(it -> Machine.datastoreOf(it.text("backing.fileName").orElse("")))
        .toList();
  }

  private void becomes(String lines) throws Exception {
    var plan = bench.plan(program(lines));
    assertThat(plan.ops().stream().map(Op::call)).contains("vm.relocate");
    assertThat(bench.apply(plan).diagnostics()).isEmpty();
    assertThat(bench.plan(program(lines)).changes()).isEmpty();
  }

  @Test
  void aMachineTakesItsDisksWithIt() throws Exception {
    bench.applied(program("datastore = \"LocalDS_0\"\n disk data { size = 1GiB }"));
    becomes("datastore = \"LocalDS_1\"\n disk data { size = 1GiB }");
    assertThat(moving.asked()).hasSize(1);
    assertThat(moving.asked().getFirst().datastore()).contains(datastore(1));
    assertThat(moving.asked().getFirst().disks()).isEmpty();
    assertThat(files()).containsExactly("LocalDS_1");
  }

  @Test
  void aSingleDiskGoesAlone() throws Exception {
    String disks =
        """
        datastore = "LocalDS_0"
        disk data { size = 1GiB, datastore = "LocalDS_%d" }
        disk logs { size = 1GiB }
        """;
    bench.applied(program(disks.formatted(1)));
    becomes(disks.formatted(2));
    Placement asked = moving.asked().getFirst();
    assertThat(asked.datastore()).isEmpty();
    assertThat(asked.disks())
        .extracting(Placement.DiskPlacement::datastore)
        .containsExactly(datastore(2));
    assertThat(files()).containsExactlyInAnyOrder("LocalDS_2", "LocalDS_0");
  }

  @Test
  void aDiskThatIsToldWhereToBeStaysWhenItsMachineGoes() throws Exception {
    String machine =
        """
        datastore = "LocalDS_%d"
        disk data { size = 1GiB, datastore = "LocalDS_2" }
        disk logs { size = 1GiB }
        """;
    bench.applied(program(machine.formatted(0)));
    becomes(machine.formatted(1));
    assertThat(moving.asked().getFirst().disks())
        .extracting(Placement.DiskPlacement::datastore)
        .containsExactly(datastore(2));
    assertThat(files()).containsExactlyInAnyOrder("LocalDS_2", "LocalDS_1");
  }
}
