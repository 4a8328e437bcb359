package dev.dvl.vsphere.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Ref;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatesTest {
  private static final Limits LIMITS =
      new Limits(6, 3, 2, Duration.ofSeconds(1), Duration.ofSeconds(1));

  @ParameterizedTest
  @CsvSource({"Datastore, 2", "HostSystem, 3", "none, 6"})
  void letsOnlySoManyIn(String type, int most) throws Exception {
    Gates gates = new Gates(LIMITS);
    List<Ref> through = type.equals("none") ? List.of() : List.of(new Ref(type, "x"));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger highest = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        all.add(
            threads.submit(
                () ->
                    gates.pass(
                        through,
                        () -> {
                          highest.accumulateAndGet(inside.incrementAndGet(), Math::max);
                          Thread.sleep(10);
                          return inside.decrementAndGet();
                        })));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(highest).hasValue(most);
  }
}
