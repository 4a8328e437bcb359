package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.Result;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.codec.PlanReader;
import dev.dvl.engine.plan.codec.PlanWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conditions on what only secrets, live state or the apply itself can tell. */
class LaterConditionsTest {
  private static final String OF_SECRET =
      """
      module shop { edition = 2026 }
      secret pass
      host engine: docker {}
      component web {
        param token: secret string where len(it) >= 8 else "the token has 8 characters or more"
        container it { image = "web:1", env = { TOKEN = token } }
      }
      web shop { token = pass }
      """;

  private static final String OF_OUTPUT =
      """
      module shop { edition = 2026 }
      host engine: docker {}
      container db { image = "postgres:17" }
      component web {
        param of: string where %s else "not ${it}"
        container it { image = "web:1", env = { DB = of } }
      }
      web shop { of = db.id }
      """;

  @TempDir Path folder;

  @Test
  void aSecretIsHeldToItsConditionWhenPlanning() throws IOException {
    List<Diagnostic> told =
        Sandboxes.in(folder).secret("pass", "S3CR3T").planOutcome(OF_SECRET).diagnostics();
    assertThat(told).extracting(it -> it.code().id()).containsExactly("DVL3017");
    assertThat(told.toString())
        .contains("the token has 8 characters or more")
        .contains("the condition of `token` of `shop`")
        .doesNotContain("S3CR3T");
  }

  @Test
  void aSecretThatKeepsItIsTaken() throws IOException {
    Bench bench = Sandboxes.in(folder).secret("pass", "S3CR3T-S3CR3T");
    assertThat(bench.planOutcome(OF_SECRET).diagnostics()).isEmpty();
    assertThat(bench.plan(OF_SECRET).checks()).isEmpty();
  }

  @Test
  void whatReadsAWrongValueIsNotBegun() throws IOException {
    Bench bench = Sandboxes.in(folder);
    String program = OF_OUTPUT.formatted("len(it) < 3");
    Plan plan = bench.plan(program);
    assertThat(plan.checks()).hasSize(1);
    ApplyReport report = bench.apply(plan);
    assertThat(report.result()).isEqualTo(Result.FAILED);
    assertThat(report.diagnostics())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.toString())
                    .contains("DVL6023")
                    .contains("the condition of `of` of `shop` does not hold: not "));
    assertThat(bench.planOutcome(program).diagnostics())
        .extracting(it -> it.code().id())
        .containsExactly("DVL3017");
  }

  @Test
  void aRightValueIsTaken() throws IOException {
    Bench bench = Sandboxes.in(folder);
    String program = OF_OUTPUT.formatted("len(it) > 3");
    bench.applied(program);
    assertThat(bench.plan(program).isEmpty()).isTrue();
    assertThat(bench.plan(program).checks()).isEmpty();
  }

  @Test
  void aCheckOfTheProgramIsHeldAtTheEnd() throws IOException {
    Bench bench = Sandboxes.in(folder);
    String program =
        """
        module shop { edition = 2026 }
        host engine: docker {}
        container db { image = "postgres:17" }
        check "short" { assert len(db.id) < 3 else "the id is long" }
        """;
    ApplyReport report = bench.apply(bench.plan(program));
    assertThat(report.result()).isEqualTo(Result.FAILED);
    assertThat(report.diagnostics().toString())
        .contains("The check `short` does not hold: the id is long.");
    assertThat(bench.planDestroy(program).changes()).hasSize(1);
  }

  @Test
  void aSavedPlanHoldsWhatIsLeft() throws IOException {
    Plan plan = Sandboxes.in(folder).plan(OF_OUTPUT.formatted("len(it) > 3"));
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    PlanWriter.write(plan, saved);
    Plan read = PlanReader.read(new ByteArrayInputStream(saved.toByteArray()));
    assertThat(read).isEqualTo(plan);
    assertThat(read.checks()).hasSize(1);
  }
}
