package dev.dvl.vsphere.permit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.lab.Over;
import dev.dvl.vsphere.lab.VCenter;
import dev.dvl.vsphere.server.ServerConnector;
import dev.dvl.vsphere.session.Permissions;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereConnector;
import dev.dvl.vsphere.session.VSphereSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What planning says of privileges, on a simulator whose user is denied some. */
@Tag("vcenter")
class PermitsTest {
  private static final String CALL = "HasPrivilegeOnEntities";

  @TempDir Path folder;
  private VCenter vcenter;
  private Bench bench;
  private final List<String> asked = new ArrayList<>();
  private Set<String> denied = Set.of();

  @BeforeEach
  void order() throws Exception {
    vcenter = VCenter.with("{\"vms\": 1, \"standaloneHosts\": 0, \"poweredOn\": true}");
    bench =
        new Bench(
                StandardKinds.load(),
                new VSphereProvider(),
                new Stack(StackFile.fresh(), "permit"),
                folder)
            .secret("vc_password", vcenter.password());
  }

  @AfterEach
  void end() throws Exception {
    vcenter.close();
  }

  /** A simulator that denies what the test says; it grants everything by itself. */
  private VSphereConnector denying() {
    ServerConnector soap = new ServerConnector();
    return (endpoint, trust, credentials, limits) -> {
      VSphereSession real = soap.open(endpoint, trust, credentials, limits);
      return Over.of(VSphereSession.class, real, "permissions", ignored -> denied(real));
    };
  }

  private Permissions denied(VSphereSession real) {
    return (objects, privileges) -> {
      assertThat(real.permissions().lacking(objects, privileges)).isEmpty();
      asked.addAll(privileges);
      return lacking(objects, privileges);
    };
  }

  private Map<Ref, Set<String>> lacking(Collection<Ref> objects, Collection<String> privileges) {
    Set<String> both = privileges.stream().filter(denied::contains).collect(Collectors.toSet());
    Map<Ref, Set<String>> lacking = new HashMap<>();
    objects.forEach(it -> lacking.put(it, both));
    return lacking;
  }

  private String program(String declarations) {
    return """
    module permit { edition = 2026 }
    secret vc_password
    host lab: vsphere {
    %s}
    %s
    """
        .formatted(vcenter.settings(), declarations);
  }

  private List<Diagnostic> planned(String declarations) throws Exception {
    return bench.planOutcome(program(declarations)).diagnostics();
  }

  @Test
  void aMissingPrivilegeIsToldOnceForAnObjectAtTheFirstResource() throws Exception {
    bench.provider(new VSphereProvider(denying()));
    denied = Set.of("VirtualMachine.Inventory.Create", "Datastore.AllocateSpace", "Folder.Delete");
    String text =
        program(
            """
            vm one on lab { guest_id = "otherGuest" }
            vm two on lab { guest_id = "otherGuest" }
            """);
    List<Diagnostic> found = bench.planOutcome(text).diagnostics();
    assertThat(found).extracting(it -> it.code().id()).containsExactly("DVL7134", "DVL7134");
    for (Diagnostic diagnostic : found) {
      assertThat(diagnostic.isError()).isFalse();
      assertThat(text.substring(diagnostic.primary().orElseThrow().span().start()))
          .startsWith("one on lab");
      assertThat(diagnostic.notes().getFirst()).isEqualTo("Needed as well by `two`.");
    }
    assertThat(found)
        .extracting(it -> it.primary().orElseThrow().text())
        .containsExactlyInAnyOrder(
            "on `vm` the user has not `VirtualMachine.Inventory.Create`",
            "on `LocalDS_0` the user has not `Datastore.AllocateSpace`");
  }

  @Test
  void whatIsThereIsAskedAboutItself() throws Exception {
    String before =
        """
        folder team on lab { name = "team" }
        resource_pool part on lab { name = "part" }
        vm app on lab { name = "app", guest_id = "otherGuest", folder = team }
        """;
    bench.applied(program(before));
    bench.provider(new VSphereProvider(denying()));
    denied = Set.of("VirtualMachine.Config.CPUCount", "Resource.DeletePool");
    List<Diagnostic> found =
        planned(
            """
            folder team on lab { name = "team" }
            vm app on lab { name = "app", guest_id = "otherGuest", folder = team, cpus = 2 }
            vm more on lab { name = "more", guest_id = "otherGuest", folder = team }
            """);
    assertThat(found.toString())
        .contains("on `app` the user has not `VirtualMachine.Config.CPUCount`")
        .contains("on `part` the user has not `Resource.DeletePool`");
    assertThat(asked).contains("VirtualMachine.Interact.PowerOff", "Resource.AssignVMToPool");
  }

  @Test
  void oneCallAsksForAll() throws Exception {
    String many =
        IntStream.range(0, 20)
            .mapToObj("vm app%1$d on lab { guest_id = \"otherGuest\" }\n"::formatted)
            .collect(Collectors.joining());
    vcenter.resetCalls();
    assertThat(planned(many)).isEmpty();
    assertThat(vcenter.calls().toString()).contains(CALL + "={count=1");
  }

  @Test
  void nothingIsAskedWhereNothingIsToBeDone() throws Exception {
    vcenter.resetCalls();
    assertThat(planned("")).isEmpty();
    assertThat(vcenter.calls().toString()).doesNotContain(CALL);
  }

  @Test
  void aServerThatDoesNotKnowTheCallIsNotAsked() throws Exception {
    vcenter.fault("{\"method\": \"" + CALL + "\", \"fault\": \"MethodNotFound\"}");
    assertThat(planned("folder team on lab { name = \"team\" }")).isEmpty();
  }
}
