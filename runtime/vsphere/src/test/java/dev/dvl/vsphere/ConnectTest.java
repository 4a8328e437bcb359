package dev.dvl.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.lab.VCenter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said while planning of servers that cannot be used, or that lack what is named. */
@Tag("vcenter")
class ConnectTest {
  private static VCenter vcenter;
  @TempDir Path folder;

  @BeforeAll
  static void order() throws Exception {
    vcenter = VCenter.with("{\"vms\": 0, \"clusters\": 2}");
  }

  @AfterAll
  static void giveBack() throws Exception {
    vcenter.close();
  }

  @Test
  void aWrongPasswordIsRefused() throws IOException {
    List<Diagnostic> found = plan(vcenter.settings(), "no", "");
    assertThat(codes(found)).containsExactly("DVL7103");
    assertThat(found.toString()).doesNotContain("value=no]");
  }

  @Test
  void nobodyAnswers() throws IOException {
    String settings = vcenter.settings().replace(vcenter.server(), "127.0.0.1:1");
    assertThat(codes(plan(settings, vcenter.password(), ""))).containsExactly("DVL7101");
  }

  @Test
  void anotherCertificateIsShownSoThatItCanBePasted() throws IOException {
    String settings = vcenter.settings().replace(vcenter.thumbprint(), "00:".repeat(31) + "00");
    List<Diagnostic> found = plan(settings, vcenter.password(), "");
    assertThat(codes(found)).containsExactly("DVL7102");
    assertThat(found.getFirst().notes().toString()).contains(vcenter.thumbprint());
  }

  @Test
  void anInsecureHostIsToldEachTime() throws IOException {
    String settings =
        vcenter
            .settings()
            .replace("thumbprint = \"" + vcenter.thumbprint() + "\"", "insecure = true");
    for (int time = 0; time < 2; time++) {
      List<Diagnostic> found = plan(settings, vcenter.password(), "");
      assertThat(codes(found)).containsExactly("DVL7106");
      assertThat(found.getFirst().primary()).isPresent();
    }
  }

  @Test
  void whatIsNotSetComesFromTheEnvironment() throws IOException {
    Map<String, String> govc =
        Map.of(
            "GOVC_URL", "https://someone:else@" + vcenter.server() + "/sdk",
            "VSPHERE_USER", vcenter.user(),
            "GOVC_PASSWORD", vcenter.password());
    String settings = "thumbprint = \"" + vcenter.thumbprint() + "\"";
    Bench bench = bench("").environment(govc);
    assertThat(bench.planOutcome(program(settings, "")).diagnostics()).isEmpty();
    assertThat(codes(bench.environment(Map.of()).planOutcome(program(settings, "")).diagnostics()))
        .containsExactly("DVL7104");
  }

  @Test
  void namesThatLeadToNothingAreToldWithSimilarOnes() throws IOException {
    List<Diagnostic> found =
        plan(
            vcenter.settings(),
            vcenter.password(),
            """
            folder a on lab { parent = "nowhere" }
            resource_pool b on lab { cluster = "DC0_C00" }
            resource_pool c on lab {}
            port_group d on lab { name = "d", esxi = "DC0_H1" }
            distributed_port_group e on lab { switch = "DVS1" }
            distributed_switch f on lab { members = [{ esxi = "nobody" }] }
            datastore_file g on lab { datastore = "LocalDS_9", path = "a", text = "b" }
            datastore_file h on lab { path = "a", source = "not-there.iso" }
            """);
    assertThat(codes(found))
        .containsExactly(
            "DVL7110", "DVL7110", "DVL7112", "DVL7110", "DVL7110", "DVL7110", "DVL7110", "DVL7113");
    assertThat(found.get(1).notes().toString()).contains("DC0_C0");
    assertThat(found.get(4).notes().toString()).contains("DVS0");
    assertThat(found).allMatch(it -> it.primary().isPresent());
  }

  @Test
  void aLoneEsxiHasNoObjectsOfAVCenter() throws Exception {
    try (VCenter esxi = VCenter.with("{\"esx\": true, \"vms\": 0}")) {
      Bench bench = bench(esxi.password());
      String program =
          program(
              esxi.settings(),
              "folder a on lab {}\nport_group d on lab { name = \"d\", vlan = 7 }\n");
      assertThat(codes(bench.planOutcome(program).diagnostics())).containsExactly("DVL7107");
    }
  }

  private List<Diagnostic> plan(String settings, String password, String resources)
      throws IOException {
    return bench(password).planOutcome(program(settings, resources)).diagnostics();
  }

  private Bench bench(String password) {
    return new Bench(
            StandardKinds.load(),
            new VSphereProvider(),
            new Stack(StackFile.fresh(), "connect"),
            folder)
        .secret("vc_password", password);
  }

  private static String program(String settings, String resources) {
    return """
    module connect { edition = 2026 }
    secret vc_password
    host lab: vsphere {
    %s
    }
    %s
    """
        .formatted(settings, resources);
  }

  private static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(it -> it.code().id()).toList();
  }
}
