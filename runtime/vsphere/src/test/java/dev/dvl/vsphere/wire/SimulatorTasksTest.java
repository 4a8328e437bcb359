package dev.dvl.vsphere.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.vsphere.Peers;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.Power;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Tasks that take their time, fail or are given up. */
class SimulatorTasksTest {

  /** Notes what it is told. */
  private static final class Notes implements Watch {
    final List<Double> fractions = new CopyOnWriteArrayList<>();
    final List<String> texts = new CopyOnWriteArrayList<>();
    private final Consumer<Ref> onStart;
    private final Duration limit;

    Notes(Consumer<Ref> onStart, Duration limit) {
      this.onStart = onStart;
      this.limit = limit;
    }

    @Override
    public void started(Ref task) {
      onStart.accept(task);
    }

    @Override
    public void progress(String text, OptionalDouble fraction) {
      texts.add(text);
      fraction.ifPresent(fractions::add);
    }

    @Override
    public Duration limit() {
      return limit;
    }
  }

  @Test
  void tellsHowFarATaskIs() throws Exception {
    try (Lab lab = new Lab()) {
      Ref vm = slow(lab, "\"delay\": 1500");
      Notes notes = new Notes(task -> {}, Duration.ofSeconds(20));
      lab.session.machines().power(vm, Power.ON, notes);
      assertThat(notes.fractions).isSorted().hasSizeGreaterThan(3);
      assertThat(notes.texts).anySatisfy(it -> assertThat(it).endsWith("%"));
      assertThat(lab.get(vm, "runtime.powerState").text()).isEqualTo("poweredOn");
      lab.session.machines().power(vm, Power.OFF, Lab.WATCH);
    }
  }

  @Test
  void givesATaskUp() throws Exception {
    try (Lab lab = new Lab()) {
      Ref vm = slow(lab, "\"delay\": 10000");
      Notes notes = new Notes(task -> cancel(lab, task), Duration.ofSeconds(20));
      assertThatThrownBy(() -> lab.session.machines().power(vm, Power.ON, notes))
          .isInstanceOfSatisfying(
              VSphereException.class, e -> assertThat(e.fault().kind()).isEqualTo(Kind.CANCELLED));
      assertThat(lab.get(vm, "runtime.powerState").text()).isEqualTo("poweredOff");
    }
  }

  @Test
  void saysWhatATaskFailedWith() throws Exception {
    try (Lab lab = new Lab()) {
      Ref vm = slow(lab, "\"delay\": 100, \"fault\": \"NoDiskSpace\"");
      assertThatThrownBy(() -> lab.session.machines().power(vm, Power.ON, Lab.WATCH))
          .isInstanceOfSatisfying(
              VSphereException.class,
              e -> {
                assertThat(e.fault().kind()).isEqualTo(Kind.RESOURCES);
                assertThat(e.fault().object()).contains(vm);
                assertThat(e).hasMessageContaining("another host, pool or datastore");
              });
    }
  }

  @Test
  void doesNotWaitForTooLong() throws Exception {
    try (Lab lab = new Lab()) {
      Ref vm = slow(lab, "\"delay\": 3000");
      assertThatThrownBy(
              () ->
                  lab.session.machines().power(vm, Power.ON, Watch.within(Duration.ofMillis(500))))
          .isInstanceOfSatisfying(
              VSphereException.class, e -> assertThat(e.fault().kind()).isEqualTo(Kind.TIMEOUT));
      lab.session
          .tasks()
          .until(vm, List.of("runtime.powerState"), SimulatorTasksTest::notYetOn, Lab.WATCH);
      lab.session.machines().power(vm, Power.OFF, Lab.WATCH);
    }
  }

  /** A machine whose power-on the simulator treats by a rule of its own. */
  private static Ref slow(Lab lab, String how)
      throws VSphereException, InterruptedException, IOException {
    Ref vm = lab.vm(Lab.name());
    Peers.rule(
        "{\"method\": \"PowerOnVM_Task\", \"object\": \"%s\", \"at\": \"task\", \"count\": 1, %s}"
            .formatted(vm.id(), how));
    return vm;
  }

  private static Optional<String> notYetOn(Map<String, Tree> state) {
    return Optional.ofNullable(state.get("runtime.powerState"))
        .map(Tree::text)
        .filter(it -> !it.equals("poweredOn"));
  }

  private static void cancel(Lab lab, Ref task) {
    try {
      lab.session.tasks().cancel(task);
    } catch (VSphereException e) {
      throw new IllegalStateException(e);
    }
  }
}
