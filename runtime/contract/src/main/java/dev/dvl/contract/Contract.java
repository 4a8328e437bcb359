package dev.dvl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A platform with a bench, and runs that are cut off; every contract leaves nothing behind. */
abstract class Contract {
  private boolean calls;
  Platform platform;
  Bench bench;
  final String stackId = StackFile.fresh();

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

  /** A bench that agrees to lose data, which only one of the tests is about. */
  Bench bench(Stack stack) {
    return new Bench(StandardKinds.load(), platform.provider(), stack, platform.folder())
        .losingData();
  }

  /**
   * Cuts a run off before and after each call that it makes, one after the other. Where the plan
   * has no call there is nothing to cut.
   *
   * @param first makes the world that the run starts from
   * @param planned what the run carries out
   * @param next what the next run must manage
   */
  void cutEverywhere(Step first, Planning planned, Step next) throws Exception {
    for (Cut.Moment moment : Cut.Moment.values()) {
      int index = 0;
      while (cutAt(new Cut(moment, index), first, planned, next)) {
        index++;
      }
      assertThat(index > 0).as("calls were cut").isEqualTo(calls);
    }
  }

  /**
   * Cuts off the ways from one program to another and back by turns, so that no run is spent on the
   * way back alone: the run is cut on both sides of each call, on one of the ways.
   *
   * @param there what the first run wants
   * @param back what the world is to begin with
   */
  void cutEveryTurn(String there, String back) throws Exception {
    Iterator<String> turns =
        Stream.generate(() -> List.of(there, back)).flatMap(List::stream).iterator();
    AtomicReference<String> wanted = new AtomicReference<>(back);
    cutEverywhere(
        () -> wanted.set(turns.next()),
        () -> bench.plan(wanted.get()),
        () -> {
          bench.applied(wanted.get());
          assertSettled(wanted.get());
        });
  }

  void assertSettled(String program) throws Exception {
    assertThat(bench.plan(program).changes()).isEmpty();
    assertThat(platform.names()).hasSize(platform.size());
  }

  private boolean cutAt(Cut cut, Step first, Planning planned, Step next) throws Exception {
    first.run();
    Plan plan = planned.plan();
    calls = !plan.ops().isEmpty();
    bench.provider(new Watched(platform.provider(), cut));
    ApplyReport report;
    try (Ledger ledger = FileLedger.open(platform.folder(), bench.stack(), bench.state())) {
      report = bench.apply(plan, cut.until(ledger));
    }
    bench.provider(platform.provider());
    boolean open = !FileLedger.peek(platform.folder(), bench.stack()).open().isEmpty();
    assertThat(open).as("a call is open in the journal").isEqualTo(cut.happened());
    assertThat(report.result() == ApplyReport.Result.DONE).isEqualTo(!cut.happened());
    assertThat(bench.recover(platform.program())).isEmpty();
    assertThat(FileLedger.peek(platform.folder(), bench.stack()).open()).isEmpty();
    next.run();
    return cut.happened();
  }

  void destroy() throws Exception {
    ApplyReport report = bench.apply(bench.planDestroy(platform.program()));
    assertThat(report.diagnostics()).isEmpty();
    assertThat(platform.names()).isEmpty();
  }

  /** Something that is done with the bench. */
  @FunctionalInterface
  interface Step {
    void run() throws Exception;
  }

  /** Where a plan comes from. */
  @FunctionalInterface
  interface Planning {
    Plan plan() throws Exception;
  }

  static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(it -> it.code().id()).toList();
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
