package dev.dvl.compiler.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Twice the program takes about twice the steps and twice the memory, whatever it holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrowthTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * How often each size is compiled in one look, and how many looks more a growth has that seems
   * too large.
   */
  private static final int RUNS = 4;

  private static final int AGAIN = 4;

  private final Function<String, String> compiling = compiling();

  private record Cost(double steps, double bytes) {
    Cost minus(Cost base) {
      return new Cost(steps - base.steps, bytes - base.bytes);
    }

    Cost plus(Cost other) {
      return new Cost(steps + other.steps, bytes + other.bytes);
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

  /**
   * Bytes are counted by the buffers that threads take them from, so that a count is a little too
   * large or too small. What looks too large is looked at again, and all looks count together.
   */
  private void check(GrowingPrograms.Growing growing) {
    int size = growing.size();
    // The largest first: ANTLR learns from the first text of a form.
    assertThat(compiling.apply(growing.of(4 * size))).isEqualTo(growing.codes());
    List<Cost> all = costs(growing);
    for (int more = 0; more < AGAIN && growth(all) >= growing.most(); more++) {
      all = plus(all, costs(growing));
    }
    assertThat(growth(all)).as("%s", all).isLessThan(growing.most());
  }

  /** Of a program of one, and of those that are once, twice and four times the size. */
  private List<Cost> costs(GrowingPrograms.Growing growing) {
    return Stream.of(1, growing.size(), 2 * growing.size(), 4 * growing.size())
        .map(growing::of)
        .map(it -> Stream.generate(() -> once(it)).limit(RUNS).reduce(Cost::plus).orElseThrow())
        .toList();
  }

  private static List<Cost> plus(List<Cost> some, List<Cost> others) {
    return IntStream.range(0, some.size())
        .mapToObj(it -> some.get(it).plus(others.get(it)))
        .toList();
  }

  private static double growth(List<Cost> costs) {
    List<Cost> own = costs.stream().skip(1).map(it -> it.minus(costs.getFirst())).toList();
    return Math.max(own.get(1).over(own.get(0)).most(), own.get(2).over(own.get(1)).most());
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
