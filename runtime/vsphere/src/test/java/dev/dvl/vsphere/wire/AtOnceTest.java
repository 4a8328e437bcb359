package dev.dvl.vsphere.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.vsphere.machine.Simulator;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many operations run at once where nobody names an ESXi host. */
@Tag("vcenter")
class AtOnceTest {
  private static final int MACHINES = 9;
  private static final int HOSTS = 3;
  private static final Limits ONE_PER_HOST =
      new Limits(16, 1, 4, Duration.ofMinutes(1), Duration.ofSeconds(20));

  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void asManyAsTheHostsOfTheClusterTake() throws Exception {
    try (Simulator simulator = Simulator.of("{\"vms\": 0, \"hosts\": 3}");
        VSphereSession session = simulator.session(ONE_PER_HOST);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      simulator.control(
          "POST", "/faults", "{\"method\": \"CreateVM_Task\", \"at\": \"task\", \"delay\": 200}");
      List<Future<?>> made = new ArrayList<>();
      for (int i = 0; i < MACHINES; i++) {
        made.add(threads.submit(() -> make(session)));
      }
      for (Future<?> one : made) {
        one.get();
      }
    }
    assertThat(most).hasValue(HOSTS);
  }

  private Ref make(VSphereSession session) throws Exception {
    Ref made =
        session
            .machines()
            .create(
                session.inventory().byPath("/DC0/vm").orElseThrow(),
                session.inventory().byPath("/DC0/host/DC0_C0/Resources").orElseThrow(),
                Optional.empty(),
                Lab.settings(Lab.name()),
                counting());
    running.decrementAndGet();
    return made;
  }

  private Watch counting() {
    return new Watch() {
      @Override
      public void started(Ref task) {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
      }

      @Override
      public void progress(String text, OptionalDouble fraction) {}

      @Override
      public Duration limit() {
        return Duration.ofMinutes(1);
      }
    };
  }
}
