package dev.dvl.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.lab.Stranger;
import dev.dvl.vsphere.lab.VCenter;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a program or a server, and what is said of it, where, and when. */
@Tag("vcenter")
class WrongInputTest {
  @TempDir Path folder;
  private VCenter vcenter;
  private Bench bench;

  @BeforeEach
  void order() throws Exception {
    vcenter = VCenter.with("{\"vms\": 1, \"standaloneHosts\": 0, \"poweredOn\": false}");
    bench =
        new Bench(
                StandardKinds.load(),
                new VSphereProvider(),
                new Stack(StackFile.fresh(), "wrong"),
                folder)
            .secret("vc_password", vcenter.password());
  }

  @AfterEach
  void end() throws Exception {
    vcenter.close();
  }

  private String program(String declarations) {
    return """
    module wrong { edition = 2026 }
    secret vc_password
    host lab: vsphere {
    %s}
    %s
    """
        .formatted(vcenter.settings(), declarations);
  }

  /** The only thing that planning says, and what of the program it points at. */
  private Diagnostic planned(String declarations, String at) throws IOException {
    String text = program(declarations);
    List<Diagnostic> found = bench.planOutcome(text).diagnostics();
    assertThat(found).hasSize(1);
    Span span = found.getFirst().primary().orElseThrow().span();
    assertThat(text.substring(span.start(), span.end())).isEqualTo(at);
    return found.getFirst();
  }

  private static String code(Diagnostic diagnostic) {
    return diagnostic.code().id();
  }

  @Test
  void aTemplateThatIsNotThereIsToldWithASimilarOne() throws IOException {
    Diagnostic found =
        planned("vm app on lab { template = \"DC0_C0_RP0_VM1\" }", "\"DC0_C0_RP0_VM1\"");
    assertThat(code(found)).isEqualTo("DVL7110");
    assertThat(found.notes().toString()).contains("`DC0_C0_RP0_VM0`");
  }

  @Test
  void aPortGroupThatIsNotThereIsToldWithASimilarOne() throws IOException {
    Diagnostic found =
        planned(
            "vm app on lab { guest_id = \"otherGuest\", nic lan { network = \"VM Netwrk\" } }",
            "\"VM Netwrk\"");
    assertThat(code(found)).isEqualTo("DVL7110");
    assertThat(found.notes().toString()).contains("`VM Network`");
  }

  @Test
  void aNameThatSeveralHaveIsToldWithTheirPlaces() throws Exception {
    try (Stranger stranger = Stranger.at(vcenter)) {
      for (String team : List.of("one", "two")) {
        Ref place = stranger.session().objects().createFolder(stranger.at("/DC0/vm"), team);
        stranger
            .session()
            .machines()
            .create(
                place,
                stranger.at("/DC0/host/DC0_C0/Resources"),
                Optional.empty(),
                List.of(
                    new VmSetting.Name("twin"),
                    new VmSetting.GuestId("otherGuest"),
                    new VmSetting.Files("[LocalDS_0]")),
                Stranger.WATCH);
      }
    }
    Diagnostic found = planned("vm app on lab { template = \"twin\" }", "\"twin\"");
    assertThat(code(found)).isEqualTo("DVL7111");
    assertThat(found.notes().toString()).contains("/DC0/vm/one/twin").contains("/DC0/vm/two/twin");
    assertThat(
            bench.planOutcome(program("vm app on lab { template = \"one/twin\" }")).diagnostics())
        .isEmpty();
  }

  @Test
  void aTemplateWithoutToolsIsToldWhereTheyAreNeeded() throws IOException {
    for (String needs : List.of("customize { hostname = \"a\" }", "wait { until = \"tools\" }")) {
      Diagnostic found =
          planned(
              "vm app on lab { template = \"DC0_C0_RP0_VM0\", %s }".formatted(needs),
              "\"DC0_C0_RP0_VM0\"");
      assertThat(code(found)).isEqualTo("DVL7116");
      assertThat(found.isError()).isFalse();
    }
  }

  @Test
  void aDatastoreWithTooLittleSpaceIsToldWhilePlanningWhereTheDiskTakesItAtOnce()
      throws IOException {
    String text =
        program(
            "vm app on lab { guest_id = \"otherGuest\","
                + " disk data { size = 900TiB, provisioning = \"eager\" } }");
    List<Diagnostic> found = bench.planOutcome(text).diagnostics();
    assertThat(found).extracting(WrongInputTest::code).containsExactly("DVL7115");
    assertThat(found.getFirst().primary()).isPresent();
  }

  @Test
  void aDatastoreThatIsFullIsToldByTheServer() throws Exception {
    vcenter.fault("{\"method\": \"CreateVM_Task\", \"at\": \"task\", \"fault\": \"NoDiskSpace\"}");
    Diagnostic found = applied("vm app on lab { guest_id = \"otherGuest\" }");
    assertThat(code(found)).isEqualTo("DVL7126");
    assertThat(found.notes().toString()).contains("NoDiskSpace").contains("datastore");
  }

  @Test
  void aPrivilegeThatIsMissingIsNamed() throws Exception {
    vcenter.fault(
        """
        {"method": "CreateFolder", "fault": "NoPermission", "properties": {
          "object": {"type": "Folder", "value": "group-v3"}, "privilegeId": "Folder.Create"}}
        """);
    Diagnostic found = applied("folder team on lab { name = \"team\" }");
    assertThat(code(found)).isEqualTo("DVL7121");
    assertThat(found.toString()).contains("Folder.Create").contains("`team`");
  }

  @Test
  void aServerThatRefusesTheLoginWhenApplyBeginsIsToldAtItsHost() throws Exception {
    String text = program("folder team on lab { name = \"team\" }");
    Plan plan = bench.plan(text);
    vcenter.fault("{\"method\": \"Login\", \"fault\": \"InvalidLogin\"}");
    Diagnostic found = bench.apply(plan).diagnostics().getFirst();
    Span span = found.primary().orElseThrow().span();
    assertThat(text.substring(span.start())).startsWith("lab");
    assertThat(code(found)).isEqualTo("DVL7103");
  }

  private Diagnostic applied(String declarations) throws IOException {
    List<Diagnostic> found = bench.apply(bench.plan(program(declarations))).diagnostics();
    assertThat(found).hasSize(1);
    Span span = found.getFirst().primary().orElseThrow().span();
    String named = declarations.substring(declarations.indexOf(' ') + 1);
    assertThat(program(declarations).substring(span.start())).startsWith(named);
    return found.getFirst();
  }

  @Test
  void aNameThatSomebodyTookMeanwhileIsTold() throws Exception {
    Plan plan = bench.plan(program("folder team on lab { name = \"team\" }"));
    try (Stranger stranger = Stranger.at(vcenter)) {
      stranger.session().objects().createFolder(stranger.at("/DC0/vm"), "team");
    }
    List<Diagnostic> found = bench.apply(plan).diagnostics();
    assertThat(found).extracting(WrongInputTest::code).containsExactly("DVL6020");
    assertThat(found.getFirst().primary()).isPresent();
  }
}
