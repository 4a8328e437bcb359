package dev.dvl.compiler.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Twice the program takes about twice the steps and twice the memory, whatever it holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrowthTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Function<String, String> compiling = compiling();

  private record Cost(double steps, double bytes) {
    Cost minus(Cost base) {
      return new Cost(steps - base.steps, bytes - base.bytes);
    }

    Cost least(Cost other) {
      return new Cost(Math.min(steps, other.steps), Math.min(bytes, other.bytes));
    }

    Cost over(Cost other) {
      return new Cost(steps / other.steps, bytes / other.bytes);
    }

    double most() {
      return Math.max(steps, bytes);
    }
  }

  @TestFactory
  Stream<DynamicTest> costGrowsInStep() {
    return GrowingPrograms.ALL.stream()
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> check(it)));
  }

  private void check(GrowingPrograms.Growing growing) {
    int size = growing.size();
    // The largest first: ANTLR learns from the first text of a form.
    assertThat(compiling.apply(growing.of(4 * size))).isEqualTo(growing.codes());
    Cost base = cost(growing.of(1));
    Cost once = cost(growing.of(size)).minus(base);
    Cost twice = cost(growing.of(2 * size)).minus(base);
    Cost more = cost(growing.of(4 * size)).minus(base);
    String ratios = "%s %s".formatted(twice.over(once), more.over(twice));
    assertThat(Math.max(twice.over(once).most(), more.over(twice).most()))
        .as(ratios)
        .isLessThan(growing.most());
  }

  /**
   * The least of some runs: what the virtual machine itself takes now and then is no cost of ours.
   */
  private Cost cost(String program) {
    return Stream.generate(() -> once(program)).limit(4).reduce(Cost::least).orElseThrow();
  }

  private Cost once(String program) {
    long steps = Steps.taken();
    long bytes = THREADS.getTotalThreadAllocatedBytes();
    assertThat(compiling.apply(program)).isNotNull();
    return new Cost(Steps.taken() - steps, THREADS.getTotalThreadAllocatedBytes() - bytes);
  }

  @SuppressWarnings("unchecked")
  private static Function<String, String> compiling() {
    try {
      return (Function<String, String>)
          new CountingLoader()
              .loadClass(Compiling.class.getName())
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
