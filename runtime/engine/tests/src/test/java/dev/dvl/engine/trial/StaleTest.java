package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Value;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.Result;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Plan;
import dev.dvl.sandbox.SandboxObject;
import dev.dvl.sandbox.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was relied on has changed or is gone: that is said, and nothing is done. */
class StaleTest {
  private static final String WEB =
      """
      module shop { edition = 2026 }
      host engine: docker {}
      container web { image = "web:1" }
      """;

  private static final String WITH_SECRET =
      """
      module shop { edition = 2026 }
      secret pass = env("PASS")
      host engine: docker {}
      container web { image = "web:1", env = { P = pass } }
      """;

  private static final String BUILT =
      """
      module shop { edition = 2026 }
      host engine: docker {}
      image im { build { context = "site" } }
      container web { image = im }
      """;

  private static final String COPIED =
      """
      module shop { edition = 2026 }
      host engine: docker {}
      container web { image = "web:1", files = [{ path = "/etc/one", source = "one" }] }
      """;

  @TempDir Path folder;

  @Test
  void aPlanIsRefusedWhenItsObjectHasChanged() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(WEB);
    Plan plan = bench.plan(WEB.replace("web:1", "web:2"));
    behindTheBack("user", "root");
    assertThat(bench.apply(plan).result()).as("nobody looked at the user").isEqualTo(Result.DONE);
    Plan next = bench.plan(WEB);
    behindTheBack("image", "web:9");
    ApplyReport stale = bench.apply(next);
    assertThat(stale.result()).isEqualTo(Result.STALE);
    assertThat(stale.result().exitCode()).isEqualTo(6);
    assertThat(codes(stale.diagnostics())).containsExactly("DVL6020");
  }

  @Test
  void aPlanIsRefusedWhenItsNameHasBeenTaken() throws IOException {
    Bench bench = Sandboxes.in(folder);
    Plan plan = bench.plan(WEB.replace("image", "name = \"web\", image"));
    store().put(SandboxObject.foreign(new Ref("container", "f1", "web"), Map.of()));
    assertThat(codes(bench.apply(plan).diagnostics())).containsExactly("DVL6020");
  }

  @Test
  void aSecretThatChangedMakesAPlanStale() throws IOException {
    Bench bench = Sandboxes.in(folder).secret("pass", "one");
    Plan plan = bench.plan(WITH_SECRET);
    bench.secret("pass", "two");
    assertThat(codes(bench.apply(plan).diagnostics())).containsExactly("DVL6021");
  }

  @Test
  void aSecretThatIsGoneWhenItIsPlannedIsSaid() throws IOException {
    Program compiled = Sandboxes.in(folder).secret("pass", "one").compile(WITH_SECRET);
    assertThat(codes(Sandboxes.in(folder).planOutcome(compiled).diagnostics()))
        .containsExactly("DVL6017");
  }

  @Test
  void aBuildContextThatChangedMakesAPlanStale() throws IOException {
    Sandboxes.site(folder);
    Bench bench = Sandboxes.in(folder);
    Plan plan = bench.plan(BUILT);
    Path page = Files.writeString(folder.resolve("site/page"), "hello");
    ApplyReport stale = bench.apply(plan);
    assertThat(stale.result()).isEqualTo(Result.STALE);
    assertThat(codes(stale.diagnostics())).containsExactly("DVL6021");
    assertThat(stale.diagnostics().getFirst().notes().getFirst()).contains("`site` has changed");
    Files.delete(folder.resolve("site/Dockerfile"));
    assertThat(bench.apply(plan).result()).isEqualTo(Result.STALE);
    Files.delete(page);
    Sandboxes.site(folder);
    assertThat(bench.apply(plan).result()).as("it is as it was").isEqualTo(Result.DONE);
    Plan smaller = bench.plan(BUILT.replace("image = im", "image = im, env = { A = \"1\" }"));
    Files.writeString(page, "not of this plan");
    assertThat(bench.apply(smaller).result()).as("nothing is built").isEqualTo(Result.DONE);
  }

  @Test
  void aCopiedFileThatChangedMakesAPlanStale() throws IOException {
    Files.writeString(folder.resolve("one"), "1");
    Bench bench = Sandboxes.in(folder);
    Plan plan = bench.plan(COPIED);
    Files.writeString(folder.resolve("one"), "2");
    ApplyReport stale = bench.apply(plan);
    assertThat(stale.result()).isEqualTo(Result.STALE);
    assertThat(codes(stale.diagnostics())).containsExactly("DVL6021");
  }

  private void behindTheBack(String attribute, String text) throws IOException {
    Store store = store();
    store.put(store.all().getFirst().with(attribute, Value.text(text)));
  }

  private Store store() throws IOException {
    return Store.open(folder.resolve(".dvl/sandbox/engine.objects"));
  }

  private static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).map(Code::id).toList();
  }
}
