package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.Ended;
import dev.dvl.engine.apply.ApplyReport.Extent;
import dev.dvl.engine.apply.ApplyReport.Result;
import dev.dvl.engine.apply.Stop;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.codec.PlanFile;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.sandbox.SandboxFaults;
import dev.dvl.sandbox.SandboxProvider;
import dev.dvl.sandbox.scenario.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A set whose elements go back together: whatever fails, all are old or all are new. */
class WholeRolloutTest {
  private static final Code BROKEN = Code.error("DVL7900", "sandbox file cannot be used");
  private static final String STOP_FIRST = "stop_first";
  private static final String START_FIRST = "start_first";

  @TempDir Path folder;

  private static String web(int image, String order, int most) {
    return web(image, order, most, 10);
  }

  private static String web(int image, String order, int most, int parallelism) {
    return """
    module shop { edition = 2026 }
    host engine: docker { parallelism = %d }
    for i in 0..<3 {
      container web[i] {
        image  = "web:%d"
        memory = 64MiB
        update {
          order         = "%s"
          max_parallel  = %d
          health_window = 3s
          on_failure    = "rollback_all"
        }
      }
    }
    """
        .formatted(parallelism, image, order, most);
  }

  /** An op of which a test says so fails, and has no effect. */
  private record Failing(BiPredicate<Op, String> which) implements SandboxFaults {
    @Override
    public void before(Op op, Run run) throws OpProblem {
      if (which.test(op, op.change().toString())) {
        throw new OpProblem(BROKEN, "It broke.", List.of(), OpProblem.Outcome.NOT_DONE);
      }
    }
  }

  private static SandboxFaults failing(String address, String call) {
    return new Failing((op, change) -> op.call().equals(call) && change.equals(address));
  }

  /** As a process that is killed when it is about to make its call of that number. */
  private static final class Dying implements SandboxFaults {
    private final SandboxFaults others;
    private int left;

    Dying(int calls, SandboxFaults others) {
      this.left = calls;
      this.others = others;
    }

    @Override
    public synchronized void before(Op op, Run run) throws OpProblem {
      if (left <= 0) {
        throw new IllegalStateException("killed");
      }
      left--;
      others.before(op, run);
    }

    synchronized boolean survived() {
      return left > 0;
    }
  }

  private static SandboxProvider provider(SandboxFaults faults) {
    return new SandboxProvider(faults, Pace.NONE);
  }

  private static Map<Address, Ref> made(Bench bench) throws IOException {
    return FileLedger.peek(bench.folder(), bench.stack()).facts().made();
  }

  @ParameterizedTest
  @ValueSource(strings = {STOP_FIRST, START_FIRST})
  void whatWasSwitchedGoesBackAndTheRestIsUntouched(String order) throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(web(1, order, 1));
    Map<Address, Ref> before = made(bench);
    Plan plan = bench.plan(web(2, order, 1));
    ApplyReport report =
        bench.provider(provider(failing("web[1]", "container.wait_steady"))).apply(plan);
    assertThat(report.result()).isEqualTo(Result.FAILED);
    assertThat(report.changes())
        .extracting(it -> it.ended())
        .containsExactly(Ended.SKIPPED, Ended.FAILED, Ended.SKIPPED);
    assertThat(report.changes())
        .extracting(it -> it.extent())
        .containsExactly(Extent.TAKEN_BACK, Extent.TAKEN_BACK, Extent.NOTHING);
    assertThat(report.diagnostics().getFirst().notes())
        .contains("Taken back because of it: `web[0]`.", "Skipped because of it: `web[2]`.");
    bench.provider(provider(SandboxFaults.NONE));
    assertThat(bench.plan(web(1, order, 1)).changes()).as("all old ones are back").isEmpty();
    assertThat(made(bench)).isEqualTo(before);
    assertThat(bench.plan(web(2, order, 1)).changes())
        .filteredOn(it -> it.reasons().stream().anyMatch(why -> why.contains("batch 1 of 3")))
        .extracting(it -> it.address().toString())
        .as("what failed goes first")
        .containsExactly("web[1]");
    bench.applied(web(2, order, 1));
    assertThat(bench.plan(web(2, order, 1)).changes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {STOP_FIRST, START_FIRST})
  void noOldOneGoesBeforeTheLastNewOneIsGood(String order) throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(web(1, order, 1));
    Plan plan = bench.plan(web(2, order, 1));
    List<String> seen = new ArrayList<>();
    bench.listener(
        event -> {
          if (event instanceof ApplyEvent.Done(Op op, var ignored)) {
            seen.add(op.role() == Op.Role.REMOVES ? "gone" : op.isSteady() ? "good" : "");
          }
        });
    bench.apply(plan);
    seen.removeIf(String::isEmpty);
    assertThat(seen).containsExactly("good", "good", "good", "gone", "gone", "gone");
  }

  @Test
  void thePlanSaysWhatIsHeldTwice() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(web(1, START_FIRST, 1));
    assertThat(bench.plan(web(2, START_FIRST, 1)).held())
        .extracting(it -> it.sentence())
        .containsExactly(
            "Until all of `web[*]` are good, `engine` keeps 3 old ones as well: they run on and"
                + " may use 192MiB of memory.");
    assertThat(bench.plan(web(2, STOP_FIRST, 1)).held())
        .extracting(it -> it.sentence())
        .containsExactly(
            "Until all of `web[*]` are good, `engine` keeps 3 old ones as well: they are"
                + " stopped, and what they have written stays on its disk.");
    assertThat(bench.plan(web(1, STOP_FIRST, 1)).held()).isEmpty();
  }

  @Test
  void aSavedPlanGoesBackAsWell() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(web(1, STOP_FIRST, 2));
    Path file = folder.resolve("saved.plan");
    Plan plan = bench.plan(web(2, STOP_FIRST, 2));
    PlanFile.save(plan, file);
    Plan saved = PlanFile.load(file);
    assertThat(saved).isEqualTo(plan);
    bench.provider(provider(failing("web[2]", "container.start"))).apply(saved);
    bench.provider(provider(SandboxFaults.NONE));
    assertThat(bench.plan(web(1, STOP_FIRST, 2)).changes()).isEmpty();
  }

  @Test
  void whoIsAskedToStopPutsAllBack() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(web(1, STOP_FIRST, 1));
    Plan plan = bench.plan(web(2, STOP_FIRST, 1));
    Stop stop = new Stop();
    bench
        .stop(stop)
        .listener(
            event -> {
              if (event instanceof ApplyEvent.Done(Op op, var ignored)
                  && op.change().toString().equals("web[1]")) {
                stop.ask();
              }
            });
    assertThat(bench.apply(plan).result()).isEqualTo(Result.INTERRUPTED);
    assertThat(Sandboxes.in(folder).plan(web(1, STOP_FIRST, 1)).changes()).isEmpty();
  }

  /** Wherever one call of the whole rollout fails, nothing is half old and half new. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void allAreOldOrAllAreNew(int seed) throws IOException {
    Random random = new Random(seed);
    String order = random.nextBoolean() ? STOP_FIRST : START_FIRST;
    int most = 1 + random.nextInt(3);
    int parallelism = 1 + random.nextInt(3);
    Bench bench = Sandboxes.in(folder);
    bench.applied(web(1, order, most, parallelism));
    Plan plan = bench.plan(web(2, order, most, parallelism));
    List<Op> forward = plan.ops().stream().filter(it -> !it.undoes() && !it.settles()).toList();
    Op victim = forward.get(random.nextInt(forward.size()));
    bench.provider(provider(new Failing((op, ignored) -> op.id().equals(victim.id())))).apply(plan);
    bench.provider(provider(SandboxFaults.NONE));
    boolean late = victim.role() == Op.Role.REMOVES;
    assertThat(bench.plan(web(late ? 2 : 1, order, most, parallelism)).changes())
        .as("%s, %s", order, victim.id())
        .allMatch(it -> it.action() == Action.DESTROY);
    bench.applied(web(2, order, most, parallelism));
    assertThat(bench.plan(web(2, order, most, parallelism)).changes()).isEmpty();
  }

  /** Killed at each call in turn, of the way there and of the way back. */
  @ParameterizedTest
  @ValueSource(strings = {STOP_FIRST, START_FIRST})
  void killedAnywhereTheNextRunCarriesOn(String order) throws IOException {
    for (boolean fails : new boolean[] {false, true}) {
      boolean over = false;
      for (int calls = 0; !over; calls++) {
        Bench bench = Sandboxes.in(Files.createTempDirectory(folder, "kill"));
        bench.applied(web(1, order, 1));
        Plan plan = bench.plan(web(2, order, 1));
        Dying dying =
            new Dying(
                calls, fails ? failing("web[1]", "container.wait_steady") : SandboxFaults.NONE);
        bench.provider(provider(dying)).apply(plan);
        over = dying.survived();
        bench.provider(provider(SandboxFaults.NONE));
        assertThat(bench.recover(web(2, order, 1))).isEmpty();
        carriesOn(bench, order, "%s, killed at call %d, %s".formatted(order, calls, fails));
      }
    }
  }

  /** What was cut off goes first, and what was kept for a way back goes last. */
  private static void carriesOn(Bench bench, String order, String what) throws IOException {
    Set<String> unsteady = new TreeSet<>();
    FileLedger.peek(bench.folder(), bench.stack())
        .facts()
        .unsteady()
        .forEach(it -> unsteady.add(it.toString()));
    Plan next = bench.plan(web(2, order, 1));
    Set<String> first = new TreeSet<>();
    next.changes().stream()
        .filter(it -> it.reasons().stream().anyMatch(why -> why.startsWith("It is in batch 1 of")))
        .forEach(it -> first.add(it.address().toString()));
    if (!first.isEmpty() && !unsteady.isEmpty()) {
      assertThat(unsteady).as(what).containsAll(first);
    }
    assertThat(bench.apply(next).result()).as(what).isEqualTo(Result.DONE);
    assertThat(bench.plan(web(2, order, 1)).changes()).as(what).isEmpty();
  }
}
