package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.plan.input.PlanOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host with objects of the stack on it cannot be taken out of the program. */
class LeftHostTest {
  private static final String SHOP =
      """
      module shop { edition = 2026 }
      host engine: docker {}
      network front {}
      container web { image = "web:1", networks = [front] }
      """;

  private static final String EMPTIED =
      """
      module shop { edition = 2026 }
      host engine: docker {}
      """;

  private static final String GONE =
      """
      module shop { edition = 2026 }
      output o = 1
      """;

  @TempDir Path folder;

  @Test
  void itsObjectsAreCountedAndNamed() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(SHOP);
    Diagnostic left = only(bench);
    assertThat(left.notes().getFirst()).contains("2 objects on `engine`", "`front`, `web`.");
    bench.options(PlanOptions.NONE.destroying());
    assertThat(only(bench)).isEqualTo(left);
  }

  @Test
  void itMayGoOnceItIsEmpty() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(SHOP);
    bench.applied(SHOP.replace("container", "// container").replace("[front]", "[]"));
    assertThat(only(bench).notes().getFirst()).contains("1 object on `engine`", ": `front`.");
    bench.applied(EMPTIED);
    assertThat(bench.plan(GONE).changes()).isEmpty();
  }

  @Test
  void itMayGoOnceAllWasDestroyed() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(SHOP);
    bench.apply(bench.planDestroy(SHOP));
    assertThat(bench.plan(GONE).changes()).isEmpty();
  }

  @Test
  void itMayGoWhereItNeverHadAnything() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(
        """
        module shop { edition = 2026 }
        host engine: docker {}
        host spare: docker {}
        network front on engine {}
        container web on engine { image = "web:1", networks = [front] }
        """);
    assertThat(bench.plan(SHOP).changes()).isEmpty();
  }

  @Test
  void withoutALedgerNobodyKnows() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(SHOP);
    Files.delete(folder.resolve(".dvl/00112233aabbccdd-default/journal"));
    assertThat(bench.plan(GONE).changes()).isEmpty();
  }

  private static Diagnostic only(Bench bench) throws IOException {
    List<Diagnostic> all = bench.planOutcome(GONE).diagnostics();
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().code().id()).isEqualTo("DVL6016");
    return all.getFirst();
  }
}
