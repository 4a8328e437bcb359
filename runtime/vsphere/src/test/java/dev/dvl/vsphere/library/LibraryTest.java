package dev.dvl.vsphere.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.lab.Stranger;
import dev.dvl.vsphere.lab.VCenter;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Libraries;
import dev.dvl.vsphere.session.Ref;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines are made of items of content libraries, and what no machine can be made of is told. */
@Tag("vcenter")
class LibraryTest {
  private static VCenter vcenter;
  private static Stranger stranger;

  @TempDir Path folder;
  private Bench bench;

  @BeforeAll
  static void order() throws Exception {
    vcenter = VCenter.with("{\"vms\": 1, \"hosts\": 1, \"standaloneHosts\": 0}");
    stranger = Stranger.at(vcenter);
    Libraries libraries = stranger.session().libraries();
    String images = libraries.create("images", "", stranger.at("/DC0/datastore/LocalDS_0"));
    String small = libraries.createItem(images, "small", "", "ovf");
    libraries.createItem(images, "disc", "", "iso");
    try (Shelf shelf = new Shelf(vcenter)) {
      shelf.fill(small);
      shelf.template(
          images,
          "golden",
          stranger.called("VirtualMachine", "DC0_C0_RP0_VM0").id(),
          stranger.at("/DC0/host/DC0_C0/Resources").id(),
          stranger.at("/DC0/vm").id());
    }
  }

  @AfterAll
  static void giveBack() throws Exception {
    if (vcenter != null) {
      stranger.close();
      vcenter.close();
    }
  }

  @BeforeEach
  void bench() {
    bench =
        new Bench(
                StandardKinds.load(),
                new VSphereProvider(),
                new Stack(StackFile.fresh(), "default"),
                folder)
            .secret("vc_password", vcenter.password());
  }

  private static String program(String name, String more) {
    return """
    module library { edition = 2026 }
    secret vc_password
    host lab: vsphere {
    %s  datastore = "LocalDS_0"
    }
    vm it on lab { name = "%s", power = "off", %s }
    """
        .formatted(vcenter.settings(), name, more);
  }

  /** The simulator makes another template of a template, so that nothing can be set on it. */
  @Test
  void aMachineIsMadeOfATemplate() throws Exception {
    Libraries libraries = stranger.session().libraries();
    Ref made =
        libraries.deploy(
            new Libraries.Deployment(
                new LibraryItems(libraries).named("images/golden"),
                "of-template",
                stranger.at("/DC0/host/DC0_C0/Resources"),
                stranger.at("/DC0/vm"),
                Optional.empty(),
                stranger.at("/DC0/datastore/LocalDS_0"),
                Duration.ofMinutes(1)));
    assertThat(stranger.get(made, "name").text()).isEqualTo("of-template");
  }

  @Test
  void aMachineIsMadeOfAPackage() throws Exception {
    String name = "of-package";
    String text = program(name, "library_item = \"images/small\"");
    bench.applied(text);
    assertThat(bench.plan(text).changes()).isEmpty();
    Machine machine =
        Machine.read(stranger.session(), List.of(stranger.called(Machine.TYPE, name))).getFirst();
    assertThat(machine.extra()).containsEntry("dvl.state", "ready " + machine.instanceUuid());
    bench.apply(bench.planDestroy(text));
    assertThat(stranger.namesOf(Machine.TYPE)).doesNotContain(name);
  }

  @Test
  void anItemThatChangesMakesTheMachineAnewWhereTheProgramSaysSo() throws Exception {
    String text =
        program("of-two", "library_item = \"images/small\", origin_changes = \"replace\"");
    bench.applied(text);
    assertThat(bench.plan(text).changes()).isEmpty();
    String other = text.replace("images/small", "images/golden");
    assertThat(bench.planOutcome(other).value().changes())
        .extracting(it -> it.impact().name())
        .containsExactly("DATA_LOSS");
    bench.apply(bench.planDestroy(text));
  }

  @Test
  void whatNoMachineCanBeMadeOfIsToldWhilePlanning() throws Exception {
    assertThat(told("library_item = \"images/smal\"")).contains("DVL7110", "images/small");
    assertThat(told("library_item = \"image/small\"")).contains("DVL7110", "`images`");
    assertThat(told("library_item = \"images/disc\"")).contains("DVL7133", "iso");
  }

  private String told(String more) throws Exception {
    return bench.planOutcome(program("none", more)).diagnostics().stream()
        .map(it -> it.code().id() + " " + it)
        .toList()
        .toString();
  }
}
