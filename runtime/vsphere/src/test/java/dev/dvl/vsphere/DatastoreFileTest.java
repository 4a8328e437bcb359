package dev.dvl.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.lab.Stranger;
import dev.dvl.vsphere.lab.VCenter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on datastores: what is uploaded again, and when. */
@Tag("vcenter")
class DatastoreFileTest {
  private static final String FILES =
      """
      module files { edition = 2026 }
      secret vc_password
      secret token
      host lab: vsphere {
      %s}
      datastore_file image on lab { path = "dvl/iso/small.iso", source = "small.iso" }
      datastore_file note on lab { path = "dvl/note.txt", text = "token ${token}" }
      """;

  @TempDir Path folder;

  @Test
  void uploadsAgainWhatIsNoLongerTheSame() throws Exception {
    try (VCenter vcenter = VCenter.with("{\"vms\": 0}")) {
      Path source = Files.writeString(folder.resolve("small.iso"), "one");
      String program = FILES.formatted(vcenter.settings());
      Bench bench = bench(vcenter).secret("token", "first");
      bench.applied(program);
      assertThat(bench.plan(program).changes()).isEmpty();
      assertThat(sizes(vcenter, "[LocalDS_0] dvl/iso")).containsExactly("small.iso 3");

      Files.writeString(source, "two");
      assertThat(fields(bench.plan(program))).containsExactly("image.digest");
      bench.secret("token", "second");
      assertThat(fields(bench.plan(program))).containsExactly("image.digest", "note.text");
      bench.applied(program);
      assertThat(bench.plan(program).changes()).isEmpty();
      assertThat(ledger()).doesNotContain("second");

      upload(vcenter, "longer than before", "[LocalDS_0] dvl/iso/small.iso");
      assertThat(fields(bench.plan(program))).containsExactly("image.digest");
      bench.applied(program);
      assertThat(bench.plan(program).changes()).isEmpty();

      assertThat(bench.apply(bench.planDestroy(program)).diagnostics()).isEmpty();
      assertThat(sizes(vcenter, "[LocalDS_0] dvl/iso")).isEmpty();
    }
  }

  @Test
  void withoutTheLedgerAFileIsTakenAsItIs() throws Exception {
    try (VCenter vcenter = VCenter.with("{\"vms\": 0}")) {
      Files.writeString(folder.resolve("small.iso"), "one");
      String program = FILES.formatted(vcenter.settings());
      Bench bench = bench(vcenter).secret("token", "first");
      bench.applied(program);
      delete(folder.resolve(".dvl"));
      assertThat(bench.plan(program).changes()).isEmpty();
      assertThat(bench.planDestroy(program).changes())
          .noneMatch(it -> it.action() == Action.DESTROY);
    }
  }

  private Bench bench(VCenter vcenter) {
    return new Bench(
            StandardKinds.load(),
            new VSphereProvider(),
            new Stack(StackFile.fresh(), "files"),
            folder)
        .secret("vc_password", vcenter.password());
  }

  private static List<String> fields(Plan plan) {
    return plan.changes().stream()
        .flatMap(it -> it.fields().stream().map(field -> it.address() + "." + field.path()))
        .sorted()
        .toList();
  }

  private static List<String> sizes(VCenter vcenter, String path) throws Exception {
    try (Stranger stranger = Stranger.at(vcenter)) {
      var browser = stranger.get(stranger.at("/DC0/datastore/LocalDS_0"), "browser");
      return stranger
          .session()
          .files()
          .list(browser.ref().orElseThrow(), path, Stranger.WATCH)
          .stream()
          .map(it -> it.name() + " " + it.size())
          .toList();
    }
  }

  private void upload(VCenter vcenter, String text, String path) throws Exception {
    Path file = Files.writeString(folder.resolve("outside"), text);
    try (Stranger stranger = Stranger.at(vcenter)) {
      stranger.session().files().upload(file, path, "DC0", Stranger.WATCH);
    }
  }

  private String ledger() throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve(".dvl"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
