package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A machine that cannot be read is not gone: nothing is done to it, and none is made in its place.
 */
@Tag("vcenter")
class UnreadableTest {
  /** How a machine that is there comes to tell nothing, or nothing that counts. */
  enum Way {
    INACCESSIBLE("inaccessible", "\"config\", \"summary.config.template\"", "", false),
    DISCONNECTED("disconnected", "", "", false),
    ORPHANED("orphaned", "", "", false),
    INVALID("invalid", "\"config\"", "", false),
    NO_CONFIGURATION("connected", "\"config\"", "", false),
    NO_PRIVILEGE("connected", "\"config\", \"summary\", \"runtime\"", "NoPermission", false),
    UNSEEN("connected", "\"\"", "NoPermission", true);

    private final String state;
    private final String hidden;
    private final String fault;
    private final boolean unseen;

    Way(String state, String hidden, String fault, boolean unseen) {
      this.state = state;
      this.hidden = hidden;
      this.fault = fault;
      this.unseen = unseen;
    }
  }

  private static final String OTHER =
      "vm other on lab { name = \"it-other\", guest_id = \"otherGuest\" }\n";

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

  private String machine(int cpus) {
    return program(
        "vm app on lab { name = \"it-app\", guest_id = \"otherGuest\", cpus = "
            + cpus
            + "\n disk root { size = 1GiB }\n}\n"
            + OTHER);
  }

  private void lose(Way way) throws Exception {
    simulator.control(
        "POST",
        "/behind",
        """
        {"type": "VirtualMachine", "name": "it-app", "property": "runtime.connectionState",
         "kind": "VirtualMachineConnectionState", "value": "%s"}\
        """
            .formatted(way.state));
    simulator.control(
        "POST",
        "/hidden",
        """
        {"type": "VirtualMachine", "name": "it-app", "properties": [%s], "fault": "%s", "unseen": %s}\
        """
            .formatted(way.hidden, way.fault, way.unseen));
  }

  private void find() throws Exception {
    simulator.control(
        "POST",
        "/behind",
        """
        {"type": "VirtualMachine", "name": "%s", "property": "runtime.connectionState",
         "kind": "VirtualMachineConnectionState", "value": "connected"}\
        """
            .formatted(name));
    simulator.control("DELETE", "/hidden", "");
  }

  private String name = "it-app";

  private void rename(String to) throws Exception {
    simulator.control(
        "POST",
        "/behind",
        """
        {"type": "VirtualMachine", "name": "%s", "property": "name", "kind": "xsd:string", "value": "%s"}\
        """
            .formatted(name, to));
    name = to;
  }

  private List<String> machines() throws Exception {
    try (VSphereSession session = simulator.session()) {
      return session
          .inventory()
          .below(
              session.inventory().root(),
              List.of(new Selection("VirtualMachine", List.of("parent"))))
          .stream()
          .map(Found::ref)
          .map(ref -> ref.id())
          .sorted()
          .toList();
    }
  }

  private void forget() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(".dvl"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void isUndecided(Plan plan, Way way) {
    assertThat(plan.ops()).isEmpty();
    PlannedChange only = plan.changes().getFirst();
    assertThat(plan.changes()).hasSize(1);
    assertThat(only.action()).isEqualTo(Action.UNDECIDED);
    assertThat(only.address()).hasToString("app");
    if (!way.state.equals("connected")) {
      assertThat(only.reasons().getFirst()).contains(way.state);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheLedgerKnowsStaysAsItIs(Way way) throws Exception {
    bench.applied(machine(1));
    List<String> there = machines();
    lose(way);
    isUndecided(bench.plan(machine(2)), way);
    bench.apply(bench.plan(machine(2)));
    isUndecided(bench.plan(program(OTHER)), way);
    bench.apply(bench.plan(program(OTHER)));
    find();
    assertThat(machines()).isEqualTo(there);
    assertThat(bench.plan(machine(1)).changes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whenAllIsToGoItStaysAndIsRemembered(Way way) throws Exception {
    bench.applied(machine(1));
    lose(way);
    Plan plan = bench.planDestroy(machine(1));
    assertThat(plan.changes())
        .extracting(PlannedChange::action)
        .containsExactlyInAnyOrder(Action.UNDECIDED, Action.DESTROY);
    bench.apply(plan);
    find();
    assertThat(machines()).hasSize(1);
    assertThat(bench.planDestroy(machine(1)).changes())
        .extracting(PlannedChange::action)
        .containsExactly(Action.DESTROY);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNSEEN")
  void aNameIsNotFreeWithoutTheLedger(Way way) throws Exception {
    bench.applied(machine(1));
    List<String> there = machines();
    forget();
    lose(way);
    isUndecided(bench.plan(machine(2)), way);
    bench.apply(bench.plan(machine(2)));
    assertThat(machines()).isEqualTo(there);
    rename("/vmfs/volumes/5f1/it-app/it-app.vmx");
    isUndecided(bench.plan(machine(2)), way);
    find();
    rename("it-app");
    assertThat(bench.plan(machine(1)).changes()).isEmpty();
  }

  @Test
  void theFileOfAMachineTellsTheNameThatItWasMadeWith() throws Exception {
    bench.applied(machine(1));
    forget();
    lose(Way.NO_CONFIGURATION);
    rename("something else");
    isUndecided(bench.plan(machine(2)), Way.NO_CONFIGURATION);
  }

  @Test
  void whatReadsItWaitsAndWhatHoldsItStays() throws Exception {
    String more =
        machine(1)
            + "folder team on lab { name = \"team\" }\n"
            + "vm reader on lab { name = \"it-in\", guest_id = \"otherGuest\", annotation ="
            + " app.uuid }\n"
            + "affinity_rule apart on lab { name = \"it-apart\", cluster = \"DC0_C0\", keep ="
            + " \"apart\", vms = [app, other] }\n"
            + "snapshot before on lab { vm = app, name = \"before\" }\n";
    bench.applied(more);
    lose(Way.INACCESSIBLE);
    Plan plan = bench.plan(more);
    assertThat(plan.ops()).isEmpty();
    assertThat(plan.changes())
        .allMatch(it -> it.action() == Action.UNDECIDED)
        .extracting(it -> it.address().toString())
        .contains("app", "before", "reader")
        .doesNotContain("team", "other", "apart");
    find();
    assertThat(bench.plan(more).changes()).isEmpty();
  }

  @Test
  void aMachineThatIsLostBetweenPlanAndApplyIsLeftAlone() throws Exception {
    bench.applied(machine(1));
    Plan plan = bench.plan(machine(2));
    lose(Way.DISCONNECTED);
    assertThat(bench.apply(plan).diagnostics())
        .extracting(it -> it.code().id())
        .contains("DVL6020");
  }

  @Test
  void aCopyOfOneIsNotMade() throws Exception {
    bench.applied(machine(1));
    lose(Way.INACCESSIBLE);
    String copy =
        program("vm copy on lab { name = \"it-copy\", template = \"it-app\" }\n" + OTHER)
            + "forget app\n";
    assertThat(bench.planOutcome(copy).diagnostics())
        .extracting(it -> it.code().id())
        .contains("DVL7136");
  }
}
