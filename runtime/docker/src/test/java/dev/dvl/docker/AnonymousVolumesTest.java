package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is in volumes that nobody named is never lost without a word: it goes over to the container
 * that replaces the old one, or the plan says what becomes of it.
 */
@Tag("docker")
class AnonymousVolumesTest {
  private static final String START_FIRST = "update { order = \"start_first\" }";
  private static final String OWN = "mounts = [{ type = \"volume\", target = \"/data1\" }]";

  private final String name = "anon%08x".formatted(new Random().nextInt());
  private final Set<String> seen = new TreeSet<>();
  @TempDir Path folder;
  private String last = "";
  private @Nullable Bench opened;

  @BeforeEach
  void open() throws IOException {
    opened = Programs.in(folder);
    Files.writeString(folder.resolve("f"), "precious");
  }

  private Bench bench() {
    return Objects.requireNonNull(opened);
  }

  /** Nothing may be left: neither containers nor volumes that they had. */
  @AfterEach
  void nothingIsLeft() throws Exception {
    bench().losingData();
    assertThat(bench().apply(bench().planDestroy(last)).result())
        .isEqualTo(ApplyReport.Result.DONE);
    Set<String> left = new TreeSet<>(List.of(Cli.run("docker", "volume", "ls", "-q").split("\n")));
    left.retainAll(seen);
    assertThat(left).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mounts = [{ type = \"tmpfs\", target = \"/memory\", size = 1MiB }]\nread_only = true",
        "mounts = [{ type = \"bind\", source = \"/etc\", target = \"/machine\" }]",
        OWN,
        "mounts = [{ type = \"volume\", target = \"/data1\", no_copy = true }]",
        "running = false",
        "fresh = [\"/cache\"]",
      })
  void theyGoOverToTheNextContainer(String with) throws Exception {
    apply(program(with, 1));
    put();
    for (int release = 2; release < 4; release++) {
      apply(program(with, release));
      assertThat(holds("/data1/f", "precious")).isTrue();
      assertEmpty(release);
    }
    assertThat(inspect("{{.HostConfig.VolumesFrom}}")).isNotEqualTo("[]");
  }

  /** A mount that is not wanted any more would come along, so they are mounted by their names. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mounts = [{ type = \"bind\", source = \"/etc\", target = \"/machine\" }]",
        "mounts = [{ type = \"volume\", source = v, target = \"/named\" }]",
      })
  void theyGoOverWithoutTheMountsThatGo(String with) throws Exception {
    apply("volume v {}\n" + program(with, 1));
    put();
    for (int release = 2; release < 5; release++) {
      apply("volume v {}\n" + program("", release));
      assertThat(holds("/data1/f", "precious")).isTrue();
      assertThat(inspect("{{.Mounts}}")).doesNotContain("/machine", "/named");
      assertEmpty(release);
    }
  }

  /** What others made: memory among its mounts, a volume by a name that the engine made up. */
  @Test
  void theyGoOverFromAContainerOfOthers() throws Exception {
    Cli.run(
        "docker",
        "run",
        "-d",
        "--name",
        name,
        "--mount",
        "type=tmpfs,target=/memory",
        "-v",
        "/own",
        "dvl-test/keeper:1");
    put();
    String adopting = "adopt keeper = \"" + name + "\"\n";
    apply(adopting + program("mounts = [{ type = \"volume\", target = \"/own\" }]", 1));
    assertThat(holds("/data1/f", "precious")).isTrue();
    assertThat(bench().plan(last).changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "START_FIRST | image = \"dvl-test/keeper:1\" | /data1 | at once.",
        "''          | image = \"dvl-test/keeper:2\" | /data1 | none there",
        "mounts = [{ type = \"volume\", source = v, target = \"/data1\" }] | image ="
            + " \"dvl-test/keeper:1\" | /data1 | another mount",
        "mounts = [{ type = \"tmpfs\", target = \"/data1\" }] | image ="
            + " \"dvl-test/keeper:1\" | /data1 | another mount",
      })
  void whatCannotGoOverIsLost(String with, String image, String path, String why) throws Exception {
    String volume = "volume v {}\n";
    apply(volume + program("", 1));
    put();
    String changed = volume + program(image + "\n" + with.replace("START_FIRST", START_FIRST), 2);
    assertRefused(changed, path, why);
    String fresh =
        volume
            + program(
                image
                    + "\n"
                    + with.replace("START_FIRST", START_FIRST)
                    + "\nfresh = [\"/data1\", \"/cache\"]",
                2);
    assertThat(bench().plan(whole(fresh)).changes()).noneMatch(it -> it.impact().losesData());
    bench().losingData();
    apply(changed);
    assertThat(holds(path, "precious")).isFalse();
    assertThat(bench().plan(last).changes()).isEmpty();
  }

  @Test
  void aMountKeepsWhatTheImageAsksForNoMore() throws Exception {
    apply(program("", 1));
    put();
    apply(program("image = \"dvl-test/keeper:2\"\n" + OWN, 2));
    assertThat(holds("/data1/f", "precious")).isTrue();
    assertEmpty(2);
  }

  @Test
  void aVolumeThatIsMadeAnewTakesTheContainerAwayFirst() throws Exception {
    String mounts = "mounts = [{ type = \"volume\", source = v, target = \"/named\" }]";
    String volume = "volume v { labels = { r = \"%d\" } }\n";
    apply(volume.formatted(1) + program(mounts, 1));
    assertThat(notes(volume.formatted(2) + program(mounts, 1)))
        .anyMatch(it -> it.contains("`/data1`") && it.contains("made anew"));
  }

  @Test
  void whatIsFreshHasWhatTheImageHasThere() throws Exception {
    apply(program("fresh = [\"/cache\"]", 1));
    Cli.run("docker", "cp", folder.resolve("f").toString(), name + ":/cache/page");
    apply(program("fresh = [\"/cache\"]", 2));
    assertThat(holds("/cache/page", "of release 1")).isTrue();
  }

  @Test
  void aContainerThatIsNotWantedAnyMoreAsks() throws Exception {
    apply(program("fresh = [\"/cache\"]", 1));
    assertThat(notes(""))
        .anyMatch(it -> it.contains("`/data1`"))
        .noneMatch(it -> it.contains("/cache"));
    Plan destroy = bench().planDestroy(last);
    assertThat(destroy.changes()).allMatch(it -> it.impact() == Impact.DATA_LOSS);
    assertThat(destroy.changes().getFirst().reasons()).anyMatch(it -> it.contains("`/data1`"));
  }

  @Test
  void aContainerThatOthersRemovedDoesNotComeBackWhole() throws Exception {
    apply(program("", 1));
    Cli.run("docker", "rm", "-f", "-v", name);
    assertRefused(program("", 1), "/data1", "has gone");
    assertThat(bench().plan(whole(program("fresh = [\"/cache\", \"/data1\"]", 1))).changes())
        .noneMatch(it -> it.impact().losesData());
    bench().losingData();
    apply(program("", 1));
  }

  @Test
  void aRollbackLeavesThemWithTheOldOne() throws Exception {
    apply(program("", 1));
    put();
    String sick =
        program(
            "health { command = [\"false\"], interval = 100ms, retries = 1 }\n"
                + "wait { until = \"healthy\", timeout = 10s }",
            2);
    ApplyReport report = bench().apply(bench().plan(whole(sick)));
    assertThat(report.result()).isEqualTo(ApplyReport.Result.FAILED);
    assertThat(holds("/data1/f", "precious")).isTrue();
    assertThat(inspect("{{.State.Running}}")).isEqualTo("true");
    assertThat(report.diagnostics()).anyMatch(it -> it.toString().contains("in its hands"));
    assertThat(bench().plan(last).changes()).isEmpty();
  }

  /** The connection is lost at one op after the other, and the next run goes on. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void nothingIsLostWhereverARunIsCutOff(int op) throws Exception {
    apply(program("", 1));
    put();
    Cuttable line = new Cuttable();
    AtomicInteger begun = new AtomicInteger();
    bench()
        .provider(new DockerProvider(line))
        .listener(
            event -> {
              if (event instanceof ApplyEvent.Started && begun.incrementAndGet() == op) {
                line.cut();
              }
            });
    bench().apply(bench().plan(whole(program("", 2))));
    bench().provider(new DockerProvider()).listener(event -> {});
    bench().recover(whole(program("", 2)));
    last = whole(program("", 2));
    assertThat(bench().apply(bench().plan(last)).diagnostics())
        .as("what another container had in its hands is told")
        .allMatch(it -> it.code().equals(Codes.HANDED_BACK));
    apply(program("", 2));
    assertThat(holds("/data1/f", "precious")).isTrue();
    assertEmpty(2);
  }

  private void apply(String declarations) throws Exception {
    last = whole(declarations);
    bench().applied(last);
    String format = "{{range .Mounts}}{{if eq .Type \"volume\"}}{{.Name}} {{end}}{{end}}";
    seen.addAll(List.of(inspect(format).split(" ")));
  }

  private void put() throws Exception {
    Cli.run("docker", "cp", folder.resolve("f").toString(), name + ":/data1/f");
  }

  /** Also with nothing kept beside the program. */
  private void assertEmpty(int release) throws IOException {
    assertThat(bench().plan(last).changes()).isEmpty();
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere" + release));
    Bench other = Programs.in(elsewhere).stack(bench().stack());
    assertThat(other.plan(last).changes()).isEmpty();
  }

  private void assertRefused(String declarations, String path, String why) throws IOException {
    assertThat(notes(declarations))
        .anyMatch(it -> it.contains("`" + path + "`") && it.contains(why));
  }

  private List<String> notes(String program) throws IOException {
    List<Diagnostic> refused =
        bench().planOutcome(whole(program)).diagnostics().stream()
            .filter(it -> it.code().id().equals("DVL6014"))
            .toList();
    return refused.stream().flatMap(it -> it.notes().stream()).toList();
  }

  private static String whole(String declarations) {
    return Programs.program(declarations);
  }

  private String inspect(String format) throws Exception {
    return Cli.run("docker", "inspect", "-f", format, name);
  }

  private boolean holds(String path, String text) throws Exception {
    String[] copy = {"docker", "cp", name + ":" + path, "-"};
    return Cli.status(copy) == 0 && Cli.run(copy).contains(text);
  }

  private String program(String with, int release) {
    return """
    container keeper {
      name        = "%s"
      stop_signal = "SIGKILL"
      env         = { RELEASE = "%d" }
      %s
      %s
    }
    """
        .formatted(
            name, release, with.contains("image =") ? "" : "image = \"dvl-test/keeper:1\"", with);
  }
}
