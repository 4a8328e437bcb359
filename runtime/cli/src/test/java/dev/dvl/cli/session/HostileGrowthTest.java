package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a check costs grows in step with what a program says, also where that means harm. Work is
 * counted in bytes that are made, since time says as much of the machine as of dvl.
 */
class HostileGrowthTest {
  private static final int SMALL = 2_000;
  private static final int TIMES = 8;

  /** In step is eight times; 64 times is what looking at all before each would take. */
  private static final double MOST = 2 * TIMES;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir private Path folder = Path.of("");

  /** A program for each size. */
  record Family(String name, IntFunction<String> program) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Family> families() {
    return Stream.of(
        new Family(
            "a row of values", n -> lines(n, "let v%1$d = v%2$d + 1") + "let v" + n + " = 1"),
        new Family("values alone", n -> lines(n, "let v%1$d = 1 + 1")),
        new Family("a ring", n -> lines(n, "let v%1$d = v%2$d") + "let v" + n + " = v0"),
        new Family("unknown names", n -> lines(n, "let v%1$d = w%2$d")),
        new Family("the same name", n -> lines(n, "let v = 1")),
        new Family("semicolons", n -> lines(n, "let v%1$d = 1;")),
        new Family("semicolons on a line", n -> "let a = 1" + "; b".repeat(n)),
        new Family("quotes on a line", n -> "let a = " + "'".repeat(n)),
        new Family("open brackets", n -> "let a = " + "[".repeat(n)),
        new Family("open blocks", n -> "a {\n".repeat(n)),
        new Family("open texts", n -> "let a = \"${\n".repeat(n)),
        new Family("closing brackets", n -> "]}\n".repeat(n)),
        new Family("a long sum", n -> "let a = 1" + " + 1".repeat(n)),
        new Family("a long list", n -> "let a = [" + "1, ".repeat(n) + "]"),
        new Family("colons in a block", n -> "web a {\n" + lines(n, "v%1$d: 1") + "}"),
        new Family("arms", n -> "let a = match 1 {\n" + lines(n, "%1$d -> 1") + "}"),
        new Family("moves in a row", n -> lines(n, "moved v%1$d -> v%2$d")),
        new Family(
            "moves in a ring", n -> lines(n, "moved v%1$d -> v%2$d") + "moved v" + n + " -> v0"),
        new Family("moves that meet", n -> lines(n, "moved v%1$d -> v")),
        new Family("imports", n -> lines(n, "import \"./no%1$d.dvl\" as no%1$d")));
  }

  private static String lines(int count, String line) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.formatted(i, i + 1) + "\n")
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("families")
  void costGrowsWithTheProgram(Family family) throws IOException {
    cost(family, 1);
    double growth = (double) cost(family, SMALL * TIMES) / cost(family, SMALL);
    assertThat(growth).isLessThan(MOST);
  }

  private long cost(Family family, int size) throws IOException {
    Files.writeString(folder.resolve("main.dvl"), family.program().apply(size));
    long before = THREADS.getTotalThreadAllocatedBytes();
    new Calls(folder, Map.of()).dvl("check", "main.dvl");
    return THREADS.getTotalThreadAllocatedBytes() - before;
  }
}
