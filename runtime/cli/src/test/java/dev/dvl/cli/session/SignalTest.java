package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals to an apply that waits for a container which never gets healthy. */
@Tag("docker")
class SignalTest {
  private static final String PROGRAM =
      """
      host engine: docker {}

      container first {
        image = "dvl-test/base:1"
        health {
          command  = ["false"]
          interval = 1s
          retries  = 1000
        }
        wait {
          until   = "healthy"
          timeout = 1h
        }
      }

      container second {
        image = "dvl-test/base:1"
        after = [first.healthy]
      }
      """;

  /** In minutes; what is waited for ends much later by itself. */
  private static final int PATIENCE = 10;

  @TempDir private Path folder = Path.of("");
  private Engine engine = new Engine("");
  private Calls calls = new Calls(folder, Map.of());

  @BeforeEach
  void write() throws IOException {
    engine = Engine.ofTests();
    Files.writeString(folder.resolve("main.dvl"), PROGRAM);
    calls =
        new Calls(
            folder,
            Map.of(
                "DOCKER_HOST",
                engine.endpoint(),
                "XDG_STATE_HOME",
                folder.resolve("s").toString()));
  }

  /** The lock is free again, or this would fail. */
  @AfterEach
  void destroy() {
    if (Files.exists(folder.resolve("dvl.stack"))) {
      Calls.Ended ended = calls.dvl("destroy", "--yes");
      assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.DONE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void theFirstStopsWhatIsNotBegun(String signal) throws IOException, InterruptedException {
    Process apply = applying();
    send(signal, apply);
    assertThat(apply.waitFor(PATIENCE, TimeUnit.MINUTES)).as(this::said).isTrue();
    assertThat(apply.exitValue()).as(this::said).isEqualTo(130);
    assertThat(said()).contains("stopping: nothing new starts");
    assertThat(made()).hasSize(1);
  }

  @Test
  void theSecondLeaves() throws IOException, InterruptedException {
    Process apply = applying();
    send("INT", apply);
    while (!said().contains("stopping")) { // two that wait together count as one
      assertThat(apply.isAlive()).as(this::said).isTrue();
      Thread.sleep(50);
    }
    send("INT", apply);
    assertThat(apply.waitFor(PATIENCE, TimeUnit.MINUTES)).as(this::said).isTrue();
    assertThat(apply.exitValue()).as(this::said).isEqualTo(130);
  }

  /** A replacement stops the old one first, and the new one never gets healthy. */
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void whatIsHalfMadeIsTakenBack(String signal) throws IOException, InterruptedException {
    String old = "host engine: docker {}\ncontainer first { image = \"dvl-test/base:2\" }\n";
    Files.writeString(folder.resolve("main.dvl"), old);
    assertThat(calls.dvl("apply", "--yes").exit()).isEqualTo(Exit.DONE);
    List<String> before = made();
    Files.writeString(folder.resolve("main.dvl"), PROGRAM);

    Process apply = applying(2, "plain", toFile());
    Thread.sleep(2_000); // the new one is being waited for
    send(signal, apply);
    assertThat(apply.waitFor(PATIENCE, TimeUnit.MINUTES)).as(this::said).isTrue();
    assertThat(apply.exitValue()).as(this::said).isEqualTo(130);
    assertThat(made()).as(this::said).isEqualTo(before);
    Files.writeString(folder.resolve("main.dvl"), old);
    Calls.Ended plan = calls.dvl("plan", "--detailed-exitcode");
    assertThat(plan.exit()).as(plan::toString).isEqualTo(Exit.DONE);
  }

  /** Its error stream is a pipe that is full and that nobody reads. */
  @Test
  void aScreenThatTakesNoTextHoldsNobodyUp() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    try (RandomAccessFile full = new RandomAccessFile(pipe.toFile(), "rw")) {
      full.write(new byte[1 << 16]);
      Process apply = applying(1, "quiet", Redirect.to(pipe.toFile()));
      send("INT", apply);
      assertThat(apply.waitFor(1, TimeUnit.SECONDS)).isFalse();
      do {
        send("INT", apply); // as nobody is told when the first was heard
      } while (!apply.waitFor(5, TimeUnit.SECONDS));
      assertThat(apply.exitValue()).isEqualTo(130);
    }
  }

  @Test
  void anotherApplyIsLockedOut() throws IOException, InterruptedException {
    Process apply = applying();
    try {
      Calls.Ended other = calls.dvl("apply", "--yes");
      assertThat(other.exit()).isEqualTo(Exit.LOCKED);
      assertThat(other.err()).contains("DVL6030", "process " + apply.pid());
      assertThat(made()).hasSize(1);
    } finally {
      send("INT", apply);
      assertThat(apply.waitFor(PATIENCE, TimeUnit.MINUTES)).as(this::said).isTrue();
    }
  }

  /** An apply in a process of its own, that has made its first container. */
  private Process applying() throws IOException, InterruptedException {
    return applying(1, "plain", toFile());
  }

  private Process applying(int containers, String progress, Redirect errors)
      throws IOException, InterruptedException {
    Process process =
        calls
            .process("apply", "--yes", "--progress", progress)
            .redirectOutput(toFile())
            .redirectError(errors)
            .start();
    Instant late = Instant.now().plus(Duration.ofMinutes(PATIENCE));
    while (made().size() < containers) {
      assertThat(process.isAlive() && Instant.now().isBefore(late)).as(this::said).isTrue();
      Thread.sleep(200);
    }
    return process;
  }

  private Redirect toFile() {
    return Redirect.appendTo(folder.resolve("said").toFile());
  }

  private List<String> made() throws IOException, InterruptedException {
    Path id = folder.resolve("dvl.stack");
    return Files.exists(id)
        ? engine
            .madeBy(Files.readString(id).strip() + "/default")
            .getOrDefault("container", List.of())
        : List.of();
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void send(String signal, Process process)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }
}
