package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Label;
import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.Ended;
import dev.dvl.engine.apply.ApplyReport.Extent;
import dev.dvl.engine.apply.ApplyReport.Result;
import dev.dvl.engine.apply.Stop;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.ledger.Claim;
import dev.dvl.engine.ledger.Ending;
import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.ledger.HistoryEntry;
import dev.dvl.engine.ledger.Intent;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.ledger.LedgerProblem;
import dev.dvl.engine.ledger.Recorded;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.sandbox.SandboxFaults;
import dev.dvl.sandbox.SandboxObject;
import dev.dvl.sandbox.SandboxProvider;
import dev.dvl.sandbox.Store;
import dev.dvl.sandbox.scenario.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens when something goes wrong: nothing is lost, and the next run carries on. */
class FailureTest {
  private static final Code BROKEN = Code.error("DVL7900", "sandbox file cannot be used");

  private static final String THREE =
      """
      module shop { edition = 2026 }
      host engine: docker {}
      network front {}
      container one { image = "web:1", networks = [front] }
      container two { image = "web:1" }
      """;

  private static final String WEB =
      """
      module shop { edition = 2026 }
      host engine: docker {}
      container web { image = "web:1" }
      """;

  @TempDir Path folder;

  private static SandboxFaults failing(String call) {
    return new SandboxFaults() {
      @Override
      public void before(Op op, Run run) throws OpProblem {
        if (op.call().equals(call)) {
          throw new OpProblem(
              BROKEN, "It broke.", List.of("last words"), OpProblem.Outcome.NOT_DONE);
        }
      }
    };
  }

  /** As a process that is killed: the effect is there, and nobody hears of it. */
  private static SandboxFaults dyingAfter(String call) {
    return new SandboxFaults() {
      @Override
      public void after(Op op) {
        if (op.call().equals(call)) {
          throw new IllegalStateException("killed");
        }
      }
    };
  }

  @Test
  void branchesThatDoNotNeedTheFailureGoOn() throws IOException {
    Bench bench = Sandboxes.in(folder, failing("network.make"));
    ApplyReport report = bench.apply(bench.plan(THREE));
    assertThat(report.result()).isEqualTo(Result.FAILED);
    assertThat(report.count(Ended.FAILED)).containsEntry("create", 1L);
    assertThat(report.count(Ended.SKIPPED)).containsEntry("create", 1L);
    assertThat(report.count(Ended.DONE)).containsEntry("create", 1L);
    assertThat(extents(report)).containsExactly(Extent.NOTHING, Extent.NOTHING, Extent.ALL);
    assertThat(report.diagnostics()).hasSize(1);
    assertThat(report.diagnostics().getFirst().notes())
        .contains("last words", "Skipped because of it: `one`.");
    bench.provider(new SandboxProvider()).applied(THREE);
    assertThat(bench.plan(THREE).changes()).isEmpty();
  }

  /** An engine that is gone fails all calls alike, some before they began and some after. */
  @Test
  void whatFailsAllOfThemAlikeIsToldOnce() throws IOException {
    String twelve = THREE + "for i in 0..<12 { container more[i] { image = \"web:1\" } }\n";
    Bench bench = Sandboxes.in(folder, failing("container.make"));
    ApplyReport report = bench.apply(bench.plan(twelve));
    assertThat(report.count(Ended.FAILED)).containsEntry("create", 14L);
    assertThat(report.diagnostics()).hasSize(1);
    assertThat(report.diagnostics().getFirst().notes())
        .hasSize(3)
        .contains("last words")
        .anyMatch(it -> it.startsWith("The same goes for 13 more: `more["));
  }

  @Test
  void aFailurePointsAtItsResource() throws IOException {
    Bench bench = Sandboxes.in(folder, failing("network.make"));
    Diagnostic found = bench.apply(bench.plan(THREE)).diagnostics().getFirst();
    Label place = found.primary().orElseThrow();
    assertThat(THREE.substring(place.span().start())).startsWith("front ");
    assertThat(place.text()).isEqualTo("`front` is declared here");
    assertThat(found.notes().getFirst()).startsWith("`front`, network.make: It broke.");
  }

  @Test
  void aReplacementThatDoesNotComeUpPutsTheOldOneBack() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(WEB);
    String next = WEB.replace("web:1", "web:2");
    Plan plan = bench.plan(next);
    ApplyReport report =
        bench.provider(new SandboxProvider(failing("container.start"), Pace.REAL)).apply(plan);
    assertThat(report.result()).isEqualTo(Result.FAILED);
    assertThat(extents(report)).containsExactly(Extent.TAKEN_BACK);
    bench.provider(new SandboxProvider());
    assertThat(bench.plan(WEB).changes()).as("the old one runs as before").isEmpty();
  }

  private static List<Extent> extents(ApplyReport report) {
    return report.changes().stream().map(ApplyReport.ChangeResult::extent).toList();
  }

  @Test
  void whatWasBegunAndNotTakenBackIsThereInPart() throws IOException {
    Bench bench = Sandboxes.in(folder, failing("container.start"));
    assertThat(extents(bench.apply(bench.plan(WEB)))).containsExactly(Extent.PART);
  }

  @Test
  void whatDiedAfterTheCallIsFoundByTheNextRun() throws IOException {
    Bench bench = Sandboxes.in(folder, dyingAfter("container.make"));
    ApplyReport report = bench.apply(bench.plan(WEB));
    assertThat(report.result()).isEqualTo(Result.FAILED);
    assertThat(extents(report)).containsExactly(Extent.PART);
    bench.provider(new SandboxProvider());
    assertThat(FileLedger.peek(folder, bench.stack()).open()).hasSize(1);
    assertThat(bench.planOutcome(WEB).diagnostics())
        .extracting(it -> it.code().id())
        .containsExactly("DVL6019");
    assertThat(bench.recover(WEB)).isEmpty();
    assertThat(FileLedger.peek(folder, bench.stack()).open()).isEmpty();
    assertThat(bench.plan(WEB).changes()).as("the left over goes, a new one comes").hasSize(2);
    bench.applied(WEB);
    assertThat(bench.plan(WEB).changes()).isEmpty();
    assertThat(objects()).hasSize(1);
  }

  /** The virtual machine may fail anywhere; the run ends all the same. */
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void anErrorEndsItsOpAndNotTheRun() throws IOException {
    SandboxFaults broken =
        new SandboxFaults() {
          @Override
          public void before(Op op, Run run) {
            if (op.call().equals("network.make")) {
              throw new NoClassDefFoundError("gone");
            }
          }
        };
    Bench bench = Sandboxes.in(folder, broken);
    ApplyReport report = bench.apply(bench.plan(THREE));
    assertThat(codes(report)).containsExactly("DVL6099");
    assertThat(report.count(Ended.DONE)).containsEntry("create", 1L);
  }

  @Test
  void anIntentIsOnDiskBeforeItsCall() throws IOException {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    SandboxFaults calls =
        new SandboxFaults() {
          @Override
          public void before(Op op, Run run) {
            order.add("call " + op.id());
          }
        };
    Bench bench = Sandboxes.in(folder, calls);
    Plan plan = bench.plan(WEB);
    try (Ledger ledger = new Recording(order)) {
      bench.apply(plan, ledger);
    }
    assertThat(order)
        .containsExactly(
            "begin op1.make",
            "call op1.make",
            "end op1.make",
            "begin op1.start",
            "call op1.start",
            "end op1.start");
  }

  @Test
  void withoutAJournalNothingIsBegun() throws IOException {
    List<String> order = new ArrayList<>();
    Bench bench = Sandboxes.in(folder);
    Plan plan = bench.plan(THREE);
    ApplyReport report;
    try (Ledger full =
        new Recording(order) {
          @Override
          public void begin(Intent intent) throws IOException {
            throw new IOException("no space left on device");
          }
        }) {
      report = bench.apply(plan, full);
    }
    assertThat(report.result()).isEqualTo(Result.FAILED);
    assertThat(report.diagnostics()).extracting(it -> it.code().id()).contains("DVL6025");
    assertThat(objects()).isEmpty();
  }

  @Test
  void twoRunsAtOnceAreOneTooMany() throws IOException {
    Bench bench = Sandboxes.in(folder);
    Plan plan = bench.plan(WEB);
    try (Ledger _ = FileLedger.open(folder, bench.stack(), bench.state())) {
      assertThatThrownBy(() -> bench.apply(plan))
          .isInstanceOfSatisfying(
              LedgerProblem.class,
              problem -> {
                assertThat(problem.isLocked()).isTrue();
                assertThat(problem.diagnostic().notes().getFirst())
                    .contains("process " + ProcessHandle.current().pid());
              });
    }
    assertThat(bench.apply(plan).result()).isEqualTo(Result.DONE);
  }

  @Test
  void aStoppedRunBeginsNothingNew() throws IOException {
    Stop stop = new Stop();
    Bench bench = Sandboxes.in(folder).stop(stop);
    Plan plan = bench.plan(THREE);
    List<String> skipped = new ArrayList<>();
    bench.listener(
        event -> {
          if (event instanceof ApplyEvent.Started) {
            stop.ask();
          } else if (event instanceof ApplyEvent.Skipped gone) {
            skipped.add(gone.address().toString());
          }
        });
    ApplyReport report = bench.apply(plan);
    assertThat(report.result()).isEqualTo(Result.INTERRUPTED);
    assertThat(skipped).contains("one");
    bench.stop(new Stop()).applied(THREE);
  }

  /** The new one is starting when the run is stopped, on a platform that gives up when asked. */
  @Test
  void aStoppedRunStillTakesBackWhatIsHalfMade() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(WEB);
    Plan plan = bench.plan(WEB.replace("web:1", "web:2"));
    Stop stop = new Stop();
    List<String> done = new ArrayList<>();
    SandboxFaults attentive =
        new SandboxFaults() {
          @Override
          public void before(Op op, Run run) throws OpProblem {
            if (op.call().equals("container.start")) {
              stop.ask();
            }
            if (run.cancel().asked()) {
              throw new OpProblem(BROKEN, "Given up.", List.of(), OpProblem.Outcome.CANCELLED);
            }
            done.add(op.call());
          }
        };
    ApplyReport report =
        bench.stop(stop).provider(new SandboxProvider(attentive, Pace.REAL)).apply(plan);
    assertThat(report.result()).isEqualTo(Result.FAILED);
    assertThat(done).containsExactly("container.stop", "container.make", "container.restore");
    assertThat(FileLedger.peek(folder, bench.stack()).open()).isEmpty();
    bench.stop(new Stop()).provider(new SandboxProvider());
    assertThat(bench.plan(WEB).changes()).as("the old one runs as before").isEmpty();
  }

  private static List<String> codes(ApplyReport report) {
    return report.diagnostics().stream().map(Diagnostic::code).map(Code::id).toList();
  }

  private List<SandboxObject> objects() throws IOException {
    return Files.exists(file()) ? Store.open(file()).all() : List.of();
  }

  private Path file() {
    return folder.resolve(".dvl/sandbox/engine.objects");
  }

  /** Notes the order of what it is told. */
  private static class Recording implements Ledger {
    private final List<String> order;

    Recording(List<String> order) {
      this.order = order;
    }

    @Override
    public void begin(Intent intent) throws IOException {
      order.add("begin " + intent.op().id());
    }

    @Override
    public void token(String op, String token) {}

    @Override
    public void end(Ending ending) {
      order.add("end " + ending.op());
    }

    @Override
    public void gone(Address resource) {}

    @Override
    public void claim(Claim claim) {}

    @Override
    public Recorded recorded() {
      return Recorded.NOTHING;
    }

    @Override
    public void put(HistoryEntry entry) {}

    @Override
    public List<HistoryEntry> history() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
