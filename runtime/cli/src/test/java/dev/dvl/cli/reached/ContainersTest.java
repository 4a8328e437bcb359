package dev.dvl.cli.reached;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import dev.dvl.cli.session.Calls;
import dev.dvl.cli.session.Calls.Ended;
import dev.dvl.cli.session.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code dvl logs} and {@code dvl exec} on a real engine, by its socket and by SSH. */
@Tag("docker")
class ContainersTest {
  private static final String TWO =
      """
      for name in ["a", "b"] {
        container say[name] {
          image   = "dvl-test/base:1"
          command = ["sh", "-c", "echo out ${name}; echo err ${name} >&2; exec idle"]
        }
      }
      """;
  private static final String TERMINAL =
      """
      container screen {
        image   = "dvl-test/base:1"
        tty     = true
        command = ["sh", "-c", "echo plain; printf '\\\\033[31mred\\\\033[0m \\\\033[2J\\\\n'; exec idle"]
      }
      """;
  private static final String ENDED =
      "container ended {\n  image = \"dvl-test/exits:1\"\n  wait { until = \"none\" }\n}\n";
  private static final int PATIENCE = 60;

  @TempDir private Path folder = Path.of("");
  private final List<Calls> made = new ArrayList<>();

  static Stream<Peer> peers() {
    return Stream.of(Peer.socket(), Peer.ssh());
  }

  @AfterEach
  void destroy() {
    made.forEach(calls -> done(calls.dvl("destroy", "--yes")));
  }

  @ParameterizedTest
  @MethodSource("peers")
  void streamsStayApart(Peer peer) throws IOException {
    Calls calls = applied(peer, TWO);
    Ended one = calls.dvl("logs", "say/a");
    assertThat(one).isEqualTo(new Ended(Exit.DONE, "out a\n", "err a\n"));
    Ended all = calls.dvl("logs", "say[*]");
    assertThat(all.out().lines())
        .containsExactlyInAnyOrder("say[\"a\"] | out a", "say[\"b\"] | out b");
    assertThat(all.err().lines())
        .containsExactlyInAnyOrder("say[\"a\"] | err a", "say[\"b\"] | err b");
    assertThat(calls.dvl("logs", "say/a", "--tail", "0").out()).isEmpty();
    assertThat(calls.dvl("logs", "say/a", "--since", "1d").out()).isEqualTo("out a\n");
    assertThat(calls.dvl("logs", "say/a", "--since", "2999-01-01T00:00:00Z").out()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("peers")
  void aCommandIsRunAsItIsAndItsCodePassedOn(Peer peer) throws IOException {
    Calls calls = applied(peer, TWO);
    String script = "echo out; echo err >&2; exit 7";
    Ended seven = calls.dvl("exec", "say/a", "--", "sh", "-c", script);
    assertThat(seven.exit().code()).isEqualTo(7);
    assertThat(seven.out()).isEqualTo("out\n");
    assertThat(seven.err()).isEqualTo("err\n");
    assertThat(done(calls.typing("typed\n", "exec", "-i", "say/a", "--", "cat")))
        .isEqualTo("typed\n");
    assertThat(done(calls.typing("typed\n", "exec", "say/a", "--", "cat"))).isEmpty();
    assertThat(
            done(
                calls.dvl(
                    "exec",
                    "-u",
                    "1000:1000",
                    "-w",
                    "/bin",
                    "-e",
                    "COLOUR",
                    "-e",
                    "HUE=a b",
                    "say/b",
                    "--",
                    "sh",
                    "-c",
                    "id -u; pwd; echo $COLOUR $HUE")))
        .isEqualTo("1000\n/bin\nblue a b\n");
    assertThat(calls.dvl("exec", "say/a", "--", "no-such").exit().code()).isIn(126, 127);
  }

  @Test
  void whatHasEndedIsReadAndNotGoneInto() throws IOException {
    Calls calls = applied(Peer.socket(), ENDED);
    Ended logs = calls.dvl("logs", "ended", "-f");
    assertThat(logs.exit()).isEqualTo(Exit.DONE);
    assertThat(logs.toString()).contains("opening /data/shop.db", "the database has no schema");
    Ended exec = calls.dvl("exec", "ended", "--", "ls");
    assertThat(exec.exit()).isEqualTo(Exit.FAILED);
    assertThat(exec.err()).contains("DVL7061", "does not run: it ended with code 3");
  }

  @Test
  void pausedIsNotRunning() throws Exception {
    Calls calls = applied(Peer.socket(), TWO);
    String id = done(calls.dvl("exec", "say/a", "--", "hostname")).strip();
    Engine.ofTests().docker(List.of("docker", "pause", id));
    try {
      assertThat(calls.dvl("exec", "say/a", "--", "ls").err()).contains("DVL7061", "is paused");
    } finally {
      Engine.ofTests().docker(List.of("docker", "unpause", id));
    }
  }

  @Test
  void oneStreamComesFromATerminal() throws IOException {
    Calls calls = applied(Peer.socket(), TERMINAL);
    assertThat(done(calls.dvl("logs", "screen")))
        .isEqualTo("plain\r\n\u001b[31mred\u001b[0m \u001b[2J\r\n");
  }

  /** A record says whose an object is; its name says nothing. */
  @Test
  void aStrangerOfTheSameNameIsNotTaken() throws Exception {
    String program =
        "container mine {\n  name = \"NAME\"\n  image = \"dvl-test/base:1\"\n}\n"
            .replace("NAME", "dvl-test-" + folder.getFileName());
    Calls calls = Peer.socket().program(folder, program);
    String name = "dvl-test-" + folder.getFileName();
    Engine engine = Engine.ofTests();
    engine.docker(List.of("docker", "run", "-d", "--name", name, "dvl-test/base:1"));
    try {
      Ended exec = calls.dvl("exec", "mine", "--", "ls");
      assertThat(exec.exit()).isEqualTo(Exit.FAILED);
      assertThat(exec.err()).contains("DVL8073");
    } finally {
      engine.docker(List.of("docker", "rm", "-f", name));
    }
  }

  @Test
  void whatHasMovedIsFoundByItsNewAddress() throws IOException {
    Calls before = applied(Peer.socket(), TWO);
    String id = done(before.dvl("exec", "say/a", "--", "hostname"));
    String moved = TWO.replace("container say", "container told") + "moved say[*] -> told[*]\n";
    Calls calls = Peer.socket().program(folder, moved);
    assertThat(done(calls.dvl("exec", "told/a", "--", "hostname"))).isEqualTo(id);
  }

  @Test
  void ctrlCEndsWhatIsFollowed() throws Exception {
    Calls calls = applied(Peer.socket(), TWO);
    Process following = calls.process("logs", "say[*]", "-f").start();
    try (BufferedReader out = following.inputReader()) {
      assertThat(out.readLine()).startsWith("say[");
      int _ = new ProcessBuilder("kill", "-INT", "" + following.pid()).start().waitFor();
      assertThat(following.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(following.exitValue()).isEqualTo(130);
  }

  @Test
  void aReaderThatGoesEndsIt() throws Exception {
    String loud = "container loud {\n  image = \"dvl-test/base:1\"\n  command = [\"yes\"]\n}\n";
    Calls calls = applied(Peer.socket(), loud);
    List<String> words = calls.process("logs", "loud", "-f").command();
    List<String> piped = new ArrayList<>(List.of("bash", "-c", "\"$@\" | head -n 1", "bash"));
    piped.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(piped).directory(folder.toFile());
    builder.environment().putAll(calls.environment());
    Process process = builder.start();
    assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
    assertThat(process.inputReader().readLine()).isEqualTo("y");
  }

  /** Util-linux's {@code script} runs it at a terminal of its own. */
  @ParameterizedTest
  @MethodSource("peers")
  void aShellHasTheTerminal(Peer peer) throws Exception {
    Calls calls = applied(peer, TWO);
    assertThat(new Terminals(calls).run("exec -it say/a -- sh", "tty; stty size; exit 5\n"))
        .contains("33 111", "= 5");
  }

  private Calls applied(Peer peer, String resources) throws IOException {
    Calls calls = peer.program(folder, resources);
    made.add(calls);
    done(calls.dvl("apply", "--yes"));
    return calls;
  }

  private static String done(Ended ended) {
    assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.DONE);
    return ended.out();
  }
}
