package dev.dvl.vsphere.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.wire.Gates.Gate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatesTest {
  private static final Watch WATCH = Watch.within(Duration.ofMinutes(1));

  @ParameterizedTest
  @CsvSource({"Datastore, 2", "HostSystem, 3", "none, 6"})
  void letsOnlySoManyIn(String type, int most) throws Exception {
    Gates gates = new Gates(6);
    List<Gate> through =
        type.equals("none") ? List.of() : List.of(new Gate(new Ref(type, "x"), most));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger highest = new AtomicInteger();
    CountDownLatch full = new CountDownLatch(most);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        all.add(
            threads.submit(
                () ->
                    gates.pass(
                        through,
                        WATCH,
                        () -> {
                          highest.accumulateAndGet(inside.incrementAndGet(), Math::max);
                          full.countDown();
                          full.await();
                          return inside.decrementAndGet();
                        })));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(highest).hasValue(most);
  }

  @Test
  void whoIsStoppedWhileWaitingGoesAway() throws Exception {
    Gates gates = new Gates(1);
    Watch stopped =
        new Watch() {
          @Override
          public void started(Ref task) {}

          @Override
          public void progress(String text, OptionalDouble fraction) {}

          @Override
          public Duration limit() {
            return Duration.ofMinutes(1);
          }

          @Override
          public boolean stopped() {
            return true;
          }
        };
    VSphereException why =
        gates.pass(
            List.of(),
            WATCH,
            () ->
                catchThrowableOfType(
                    VSphereException.class, () -> gates.pass(List.of(), stopped, () -> "in")));
    assertThat(why.fault().kind()).isEqualTo(Fault.Kind.CANCELLED);
  }
}
