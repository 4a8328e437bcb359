package dev.dvl.engine.trial;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.contract.Bench;
import dev.dvl.contract.PlanPrint;
import dev.dvl.engine.plan.Plan;
import dev.dvl.goldens.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plans of programs in the sandbox. Where an input has two programs, the first is applied and the
 * plan of the second is shown.
 */
class PlanGoldenTest {
  private static final Path PLANS = Path.of("src/test/resources/plans");

  @TestFactory
  Stream<DynamicTest> plans() {
    return Goldens.in(PLANS, ".dvl").compare(PLANS, ".txt", input -> shown(input.text()));
  }

  private static String shown(String text) throws IOException {
    Path folder = Files.createTempDirectory("dvl-plan");
    Sandboxes.site(folder);
    Bench bench = Sandboxes.in(folder).secret("pass", "S3CR3T");
    List<String> programs = Sandboxes.programs(text);
    for (String earlier : programs.subList(0, programs.size() - 1)) {
      bench.applied(earlier);
    }
    Outcome<Plan> outcome = bench.planOutcome(programs.getLast());
    StringBuilder shown = new StringBuilder();
    outcome.diagnostics().forEach(diagnostic -> print(diagnostic, shown));
    shown.append(PlanPrint.of(outcome.value()));
    outcome.value().notes().forEach(note -> shown.append("note ").append(note).append('\n'));
    return shown.toString();
  }

  private static void print(Diagnostic diagnostic, StringBuilder out) {
    out.append(diagnostic.code().id())
        .append(' ')
        .append(diagnostic.code().headline())
        .append('\n');
    diagnostic.primary().ifPresent(label -> out.append("    ").append(label.text()).append('\n'));
    diagnostic.notes().forEach(note -> out.append("    ").append(note).append('\n'));
  }
}
