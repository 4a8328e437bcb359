package dev.dvl.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.kind.Allocations;
import dev.dvl.vsphere.lab.Stranger;
import dev.dvl.vsphere.lab.VCenter;
import dev.dvl.vsphere.session.Ref;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders and pools beside those of others. */
@Tag("vcenter")
class PlacesTest {
  private static final String TOP = "/DC0/host/DC0_C0/Resources";

  @TempDir Path folder;
  private VCenter vcenter;
  private Stranger stranger;
  private Bench bench;

  @BeforeEach
  void order() throws Exception {
    vcenter = VCenter.with("{\"vms\": 0, \"clusters\": 2}");
    stranger = Stranger.at(vcenter);
    bench = bench("ours");
  }

  @AfterEach
  void end() throws Exception {
    stranger.close();
    vcenter.close();
  }

  private Bench bench(String stack) {
    return new Bench(
            StandardKinds.load(),
            new VSphereProvider(),
            new Stack(StackFile.fresh(), stack),
            folder.resolve(stack))
        .secret("vc_password", vcenter.password());
  }

  private String program(String declarations) {
    return """
    module places { edition = 2026 }
    secret vc_password
    host lab: vsphere {
    %s  cluster = "DC0_C0"
    }
    %s
    """
        .formatted(vcenter.settings(), declarations);
  }

  private static List<String> errors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(Diagnostic::isError).map(it -> it.code().id()).toList();
  }

  private Ref pool(String parent, String name) throws Exception {
    return stranger
        .session()
        .objects()
        .createPool(stranger.at(parent), name, Allocations.USUAL, Allocations.USUAL);
  }

  @Test
  void aStrangersPoolIsToldAsAnyStranger() throws Exception {
    pool(TOP, "share");
    pool(TOP + "/share", "inner");
    String share = program("resource_pool share on lab { name = \"share\" }");
    assertThat(errors(bench.planOutcome(share).diagnostics())).containsExactly("DVL6010");
    assertThat(bench.planOutcome(share).diagnostics().toString())
        .contains("adopt share = \"share\"");
    String inner = program("resource_pool inner on lab { name = \"inner\", parent = \"share\" }");
    assertThat(errors(bench.planOutcome(inner).diagnostics())).containsExactly("DVL6010");
  }

  @Test
  void aPoolOfTheSamePathInAnotherClusterIsInNobodysWay() throws Exception {
    pool("/DC0/host/DC0_C1/Resources", "share");
    String share = program("resource_pool share on lab { name = \"share\" }");
    bench.applied(share);
    assertThat(bench.plan(share).changes()).isEmpty();
  }

  @Test
  void aPoolOfAnotherStackIsToldAsSuch() throws IOException {
    String share = program("resource_pool share on lab { name = \"share\" }");
    bench("theirs").applied(share);
    assertThat(errors(bench.planOutcome(share).diagnostics())).containsExactly("DVL6011");
  }

  @Test
  void aPoolGetsTheNameOfOneThatGoes() throws IOException {
    bench.applied(program("resource_pool one on lab { name = \"share\" }"));
    String other = program("resource_pool other on lab { name = \"share\" }");
    bench.applied(other);
    assertThat(bench.plan(other).changes()).isEmpty();
  }

  @Test
  void aFolderIsNotDestroyedWithWhatOthersPutIntoIt() throws Exception {
    bench.applied(program("folder team on lab { name = \"team\" }"));
    Ref theirs = stranger.session().objects().createFolder(stranger.at("/DC0/vm/team"), "theirs");
    ApplyReport report = bench.apply(bench.plan(program("")));
    assertThat(errors(report.diagnostics())).containsExactly("DVL7124");
    assertThat(report.diagnostics().toString()).contains("`theirs` is in it.");
    assertThat(stranger.at("/DC0/vm/team/theirs")).isEqualTo(theirs);
    stranger.session().objects().destroy(theirs, Stranger.WATCH);
    bench.applied(program(""));
    assertThat(stranger.namesOf("Folder")).doesNotContain("team");
  }

  @Test
  void aPoolIsNotDestroyedWithWhatOthersPutIntoIt() throws Exception {
    bench.applied(program("resource_pool share on lab { name = \"share\" }"));
    pool(TOP + "/share", "theirs");
    ApplyReport report = bench.apply(bench.plan(program("")));
    assertThat(errors(report.diagnostics())).containsExactly("DVL7124");
    assertThat(stranger.at(TOP + "/share/theirs")).isNotNull();
  }
}
