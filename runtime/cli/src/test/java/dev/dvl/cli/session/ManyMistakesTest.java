package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that is wrong all over: what is printed can still be read. */
class ManyMistakesTest {
  private static final Pattern ERROR = Pattern.compile("(?m)^error\\[DVL1004\\]");

  @TempDir private Path folder = Path.of("");

  @Test
  void theFirstHundredAreShownAndTheRestCounted() throws IOException {
    write(101);
    Calls.Ended check = calls().dvl("check");
    assertThat(check.exit()).isEqualTo(Exit.WRONG);
    assertThat(count(ERROR, check.out())).isEqualTo(100);
    assertThat(check.out()).endsWith("\n1 more error not shown: `--json` shows all\n");
    Calls.Ended plan = calls().dvl("plan", "--sandbox");
    assertThat(plan.exit()).isEqualTo(Exit.WRONG);
    assertThat(count(ERROR, plan.err())).isEqualTo(100);
    assertThat(plan.err()).contains("1 more error not shown");
  }

  @Test
  void aHundredAreAllShown() throws IOException {
    write(100);
    assertThat(calls().dvl("check").out()).doesNotContain("not shown");
  }

  /** Takes seconds; a cost that grew with the square would take far longer than is waited for. */
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void whatTakesManyMistakesTakesNoLonger() throws IOException {
    write(10_000);
    Calls.Ended check = calls().dvl("check", "--json-into", "all.json");
    assertThat(check.exit()).isEqualTo(Exit.WRONG);
    assertThat(count(ERROR, check.out())).isEqualTo(100);
    assertThat(check.out()).contains("9900 more errors not shown");
    String json = Files.readString(folder.resolve("all.json"));
    assertThat(count(Pattern.compile("\"code\":\"DVL1004\""), json)).isEqualTo(10_000);
  }

  private Calls calls() {
    return new Calls(folder, Map.of());
  }

  private void write(int mistakes) throws IOException {
    String text =
        IntStream.range(0, mistakes)
            .mapToObj("container c%d { image = \"a:1\", memroy = 64MiB }\n"::formatted)
            .collect(Collectors.joining("", "host engine: docker {}\n", ""));
    Files.writeString(folder.resolve("main.dvl"), text);
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }
}
