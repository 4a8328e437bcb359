package dev.dvl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every provider must keep; a provider's test extends this and lends it a {@link Platform}.
 */
public abstract class ProviderContract {
  private Platform platform;
  private Bench bench;
  private String stackId;

  protected ProviderContract() {
    this.stackId = StackFile.fresh();
  }

  protected abstract Platform platform() throws Exception;

  @BeforeEach
  void prepare() throws Exception {
    platform = platform();
    bench = bench(new Stack(stackId, "default"));
  }

  @AfterEach
  void leaveNothing() throws Exception {
    bench.provider(platform.provider());
    platform.removeStrangers();
    bench.recover(platform.program());
    bench.apply(bench.planDestroy(platform.program()));
    assertThat(platform.names()).isEmpty();
  }

  private Bench bench(Stack stack) {
    return new Bench(StandardKinds.load(), platform.provider(), stack, platform.folder());
  }

  @Test
  void whatWasAppliedPlansEmpty() throws Exception {
    for (String program :
        List.of(platform.program(), platform.updated(), platform.replaced(), platform.program())) {
      bench.applied(program);
      assertThat(bench.plan(program).changes()).isEmpty();
    }
  }

  @Test
  void aChangeInPlaceKeepsTheObjects() throws Exception {
    bench.applied(platform.program());
    Plan plan = bench.plan(platform.updated());
    assertThat(plan.changes()).isNotEmpty().allMatch(it -> it.action() == Action.UPDATE);
  }

  @Test
  void aReplacementSaysSo() throws Exception {
    bench.applied(platform.program());
    Plan plan = bench.plan(platform.replaced());
    assertThat(plan.changes()).anyMatch(it -> it.action().replaces());
    assertThat(plan.changes())
        .filteredOn(it -> it.action().replaces())
        .allMatch(it -> !it.reasons().isEmpty());
  }

  @Test
  void withoutItsLocalFilesThePlanIsEmptyStill() throws Exception {
    bench.applied(platform.program());
    delete(platform.folder().resolve(".dvl").resolve(stackId + "-default"));
    assertThat(bench.plan(platform.program()).changes()).isEmpty();
  }

  @Test
  void planningAsksForNoWriter() throws Exception {
    Watched watched = new Watched(platform.provider(), op -> false);
    bench.provider(watched).plan(platform.program());
    bench.applied(platform.program());
    int before = watched.writers();
    assertThat(before).isPositive();
    bench.plan(platform.replaced());
    bench.planDestroy(platform.program());
    assertThat(watched.writers()).isEqualTo(before);
  }

  @Test
  void twoPlansAreEqual() throws Exception {
    assertThat(counted(platform.program())).isEqualTo(counted(platform.program()));
    bench.applied(platform.program());
    assertThat(counted(platform.replaced())).isEqualTo(counted(platform.replaced()));
  }

  @Test
  void aStrangerUnderAWantedNameIsAnError() throws Exception {
    platform.makeStranger(platform.named());
    List<Diagnostic> diagnostics = bench.planOutcome(platform.program()).diagnostics();
    assertThat(codes(diagnostics)).contains("DVL6010");
    assertThat(platform.names()).containsExactly(platform.named());
  }

  @Test
  void aStrangerIsLeftAlone() throws Exception {
    bench.applied(platform.program());
    platform.makeStranger("dvl-contract-stranger");
    assertThat(bench.plan(platform.program()).changes()).isEmpty();
    bench.apply(bench.planDestroy(platform.program()));
    assertThat(platform.names()).containsExactly("dvl-contract-stranger");
  }

  @Test
  void aCopyIsNeverOurs() throws Exception {
    bench.applied(platform.program());
    platform.makeCopy("dvl-contract-copy");
    Plan plan = bench.planOutcome(platform.program()).value();
    assertThat(plan.changes()).isEmpty();
    bench.apply(bench.planDestroy(platform.program()));
    assertThat(platform.names()).containsExactly("dvl-contract-copy");
  }

  @Test
  void anotherStackSeesStrangers() throws Exception {
    bench.applied(platform.program());
    Bench other = bench(new Stack(StackFile.fresh(), "default"));
    assertThat(codes(other.planOutcome(platform.program()).diagnostics())).contains("DVL6011");
    assertThat(other.planOutcome(platform.program()).value().changes())
        .allMatch(it -> it.action() == Action.CREATE);
  }

  @Test
  void destroyLeavesNothing() throws Exception {
    bench.applied(platform.program());
    assertThat(platform.names()).isNotEmpty();
    ApplyReport report = bench.apply(bench.planDestroy(platform.program()));
    assertThat(report.diagnostics()).isEmpty();
    assertThat(platform.names()).isEmpty();
  }

  /** Cuts the run off after each op in turn, as a killed process is, and carries on. */
  @Test
  void whateverOpARunIsCutOffAfterTheNextCarriesOn() throws Exception {
    int ops = bench.plan(platform.program()).ops().size();
    for (int cut = 0; cut < ops; cut++) {
      AtomicInteger left = new AtomicInteger(cut);
      Watched watched = new Watched(platform.provider(), op -> left.getAndDecrement() == 0);
      bench.provider(watched).apply(bench.plan(platform.program()));
      bench.provider(platform.provider());
      assertThat(bench.recover(platform.program())).isEmpty();
      assertThat(FileLedger.peek(platform.folder(), bench.stack()).open()).isEmpty();
      bench.applied(platform.program());
      assertThat(bench.plan(platform.program()).changes()).isEmpty();
      assertThat(platform.names()).hasSize(platform.size());
      bench.apply(bench.planDestroy(platform.program()));
      assertThat(platform.names()).isEmpty();
    }
  }

  /** The plan with op ids that count from 1. */
  private Plan counted(String program) throws IOException {
    AtomicInteger next = new AtomicInteger();
    Bench counting = bench(bench.stack()).ids(() -> "op" + next.incrementAndGet());
    return counting.plan(program);
  }

  private static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(it -> it.code().id()).toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
