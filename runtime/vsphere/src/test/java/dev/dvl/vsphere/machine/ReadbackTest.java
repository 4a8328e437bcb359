package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.lab.Over;
import dev.dvl.vsphere.server.ServerConnector;
import dev.dvl.vsphere.session.Machines;
import dev.dvl.vsphere.session.VSphereConnector;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that drops changes of devices without a word is found out. */
@Tag("vcenter")
class ReadbackTest {
  private static Simulator simulator;

  @TempDir Path folder;
  private Bench bench;
  private boolean drops;

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
    drops = false;
    bench =
        new Bench(
            StandardKinds.load(),
            new VSphereProvider(dropping()),
            new Stack(StackFile.fresh(), "default"),
            folder);
  }

  @AfterEach
  void leaveNothing() throws Exception {
    drops = false;
    bench.options(PlanOptions.NONE).apply(bench.planDestroy(program("")));
  }

  private VSphereConnector dropping() {
    ServerConnector soap = new ServerConnector();
    return (endpoint, trust, credentials, limits) -> {
      VSphereSession real = soap.open(endpoint, trust, credentials, limits);
      return Over.of(
          VSphereSession.class,
          real,
          "machines",
          ignored -> Over.of(Machines.class, real.machines(), "reconfigure", it -> done(real, it)));
    };
  }

  private Object done(VSphereSession real, Object[] args) throws Exception {
    List<VmSetting> settings = new ArrayList<>();
    ((List<?>) args[1]).forEach(it -> settings.add((VmSetting) it));
    if (drops) {
      settings.removeIf(VmSetting.Device.class::isInstance);
    }
    real.machines()
        .reconfigure(
            (dev.dvl.vsphere.session.Ref) args[0],
            settings,
            (dev.dvl.vsphere.session.Watch) args[2]);
    return args;
  }

  private static String program(String declarations) {
    return "module it { edition = 2026 }\n" + simulator.host("") + declarations;
  }

  private static String vm(String blocks) {
    return program(
        "vm app {\n name = \"it-read\"\n guest_id = \"otherGuest\"\n power = \"off\"\n"
            + blocks
            + "\n}\n");
  }

  /** What is said where the first program became the second on a server that drops devices. */
  private String said(String first, String second) throws IOException {
    if (!first.isEmpty()) {
      bench.applied(vm(first));
    }
    drops = true;
    List<Diagnostic> found =
        bench.options(PlanOptions.NONE).apply(bench.plan(vm(second))).diagnostics();
    assertThat(found).extracting(it -> it.code().id()).containsExactly("DVL7131");
    return found.getFirst().notes().getFirst();
  }

  @Test
  void aDiskThatDoesNotGrow() throws IOException {
    assertThat(said("disk data { size = 1GiB }", "disk data { size = 2GiB }"))
        .endsWith("left as it was: `disk[\"data\"].size`.");
  }

  @Test
  void aCardThatStaysWhereItIs() throws IOException {
    String card = "nic lan { network = \"VM Network\", wake_on_lan = %s }";
    assertThat(said(card.formatted("true"), card.formatted("false")))
        .endsWith("left as it was: `nic[\"lan\"].wake_on_lan`.");
  }

  @Test
  void aDriveThatKeepsItsImage() throws IOException {
    String drive = "cdrom cd { iso = \"[LocalDS_0] %s.iso\" }";
    assertThat(said(drive.formatted("one"), drive.formatted("two")))
        .endsWith("left as it was: `cdrom[\"cd\"].iso`.");
  }

  @Test
  void aCardThatDoesNotGo() throws IOException {
    String card = "nic %s { network = \"VM Network\" }\n";
    assertThat(said(card.formatted("lan") + card.formatted("wan"), card.formatted("lan")))
        .endsWith("left as it was: `nic[\"wan\"]`.");
  }

  @Test
  void devicesThatANewMachineDoesNotGet() throws IOException {
    assertThat(
            said(
                "",
                """
                disk data { size = 1GiB }
                nic lan { network = "VM Network" }
                cdrom cd { iso = "[LocalDS_0] one.iso" }
                """))
        .endsWith("left as it was: `cdrom[\"cd\"]`, `disk[\"data\"]`, `nic[\"lan\"]`.");
  }
}
