package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.codec.PlanFile;
import dev.dvl.goldens.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every plan. */
class PlanLawsTest {
  private static final String CANARY = "S3CR3T-canary";

  @TempDir Path folder;

  @Test
  void aPlanThatWasSavedAndReadBackIsEqual() throws IOException {
    int round = 0;
    for (Goldens.Input input : Goldens.in(Path.of("src/test/resources/plans"), ".dvl").inputs()) {
      Path place = Files.createDirectories(folder.resolve("p" + round++));
      Bench bench = Sandboxes.in(place).secret("pass", CANARY);
      for (String program : Sandboxes.programs(input.text())) {
        Plan plan = bench.planOutcome(program).value();
        Path file = place.resolve("plan");
        PlanFile.save(plan, file);
        assertThat(PlanFile.load(file)).isEqualTo(plan);
        if (bench.planOutcome(program).diagnostics().isEmpty()) {
          assertThat(bench.apply(PlanFile.load(file)).result()).isEqualTo(ApplyReport.Result.DONE);
        }
      }
      assertNoCanary(place);
    }
  }

  @Test
  void anythingElseIsNoPlan() throws IOException {
    Path file = folder.resolve("plan");
    for (String text :
        List.of("", "{}", "[1]", "{\"format\":\"dvl-plan-99\"}", "{\"format\":1", "x")) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> PlanFile.load(file)).as(text).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomProgramsPlanEmptyOnceApplied(int seed) throws IOException {
    Random random = new Random(seed);
    Bench bench = Sandboxes.in(folder).secret("pass", CANARY).losingData();
    for (int round = 0; round < 6; round++) {
      String program = new RandomProgram(random).text();
      bench.applied(program);
      assertThat(bench.plan(program).changes()).as(program).isEmpty();
    }
    assertNoCanary(folder);
  }

  private static void assertNoCanary(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(CANARY);
      }
    }
  }
}
