package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.plan.Plan;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has begun comes to its end before anything else begins: on a real engine, by counting. */
@Tag("docker")
class DepthFirstTest {
  private static final int MANY = 60;

  /** What the host block says where it says nothing. */
  private static final int PLACES = 8;

  @TempDir Path folder;

  @Test
  void ofContainersThatAreReplacedOneIsDownAtATime() throws Exception {
    Bench bench = Programs.in(folder);
    String host = Programs.host().replace("{", "{ parallelism = 1\n");
    bench.applied(Programs.on(host, containers(PLACES, "one")));
    Down down = new Down();
    bench.listener(down::on);
    try {
      bench.applied(Programs.on(host, containers(PLACES, "two")));
      assertThat(down.most).isEqualTo(1);
      assertThat(down.all).hasSize(PLACES);
    } finally {
      bench.listener(event -> {});
      bench.apply(bench.planDestroy(Programs.program("")));
    }
  }

  /** An engine that goes away leaves what a killed run leaves. */
  @Test
  void ofCreationsThatAreCutOffFewAreMadeAgain() throws Exception {
    String program = Programs.program(containers(MANY, "one"));
    Cuttable line = new Cuttable();
    Bench bench = Programs.in(folder, new DockerProvider(line));
    AtomicInteger committed = new AtomicInteger();
    bench.listener(
        event -> {
          if (event instanceof ApplyEvent.Done(var op, var took)
              && op.commits()
              && committed.incrementAndGet() == MANY / 2) {
            line.cut();
          }
        });
    bench.apply(bench.plan(program));
    bench.provider(new DockerProvider()).listener(event -> {});
    try {
      bench.recover(program);
      Plan next = bench.plan(program);
      assertThat(of(next, Action.DESTROY)).isLessThanOrEqualTo(PLACES);
      assertThat(of(next, Action.CREATE)).isLessThanOrEqualTo(MANY / 2);
      bench.applied(program);
      assertThat(bench.plan(program).changes()).isEmpty();
    } finally {
      bench.apply(bench.planDestroy(program));
    }
  }

  private static long of(Plan plan, Action action) {
    return plan.changes().stream().filter(change -> change.action() == action).count();
  }

  private static String containers(int number, String release) {
    return """
    for i in 0..<%s {
      container web[i] {
        image       = "dvl-test/base:1"
        stop_signal = "SIGKILL"
        env         = { RELEASE = "%s" }
      }
    }
    """
        .formatted(number, release);
  }

  /** Which containers are stopped and have no successor that runs. */
  private static final class Down {
    private final Set<Address> now = new HashSet<>();
    private final Set<Address> all = new HashSet<>();
    private int most;

    void on(ApplyEvent event) {
      switch (event) {
        case ApplyEvent.Started(var op) when op.call().equals("container.stop") -> {
          now.add(op.change());
          all.add(op.change());
          most = Math.max(most, now.size());
        }
        case ApplyEvent.Done(var op, var took) when op.call().equals("container.start") ->
            now.remove(op.change());
        case ApplyEvent.Started _,
            ApplyEvent.Queued _,
            ApplyEvent.Progress _,
            ApplyEvent.Warned _,
            ApplyEvent.Done _,
            ApplyEvent.Failed _,
            ApplyEvent.Skipped _,
            ApplyEvent.Recovered _ -> {}
      }
    }
  }
}
