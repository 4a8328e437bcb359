package dev.dvl.cli.reached;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import dev.dvl.cli.session.Calls;
import dev.dvl.cli.session.Calls.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dvl ssh} and {@code dvl context} for a host that is reached by SSH. */
@Tag("docker")
class MachinesBySshTest {
  @TempDir private Path folder = Path.of("");
  private Calls calls = new Calls(folder, Map.of());

  @BeforeEach
  void write() throws IOException {
    calls = Peer.ssh().program(folder, "volume data on edge\n");
  }

  @Test
  void aCommandIsReadByTheShellThere() {
    Ended nine = calls.dvl("ssh", "edge", "--", "echo out; echo err >&2;", "exit", "9");
    assertThat(nine.exit().code()).isEqualTo(9);
    assertThat(nine.out()).isEqualTo("out\n");
    assertThat(nine.err()).isEqualTo("err\n");
    assertThat(calls.typing("typed\n", "ssh", "edge", "--", "cat").out()).isEqualTo("typed\n");
    assertThat(calls.typing("exit 4\n", "ssh", "edge").exit().code()).isEqualTo(4);
    assertThat(calls.dvl("ssh", "edge", "--", "kill -9 $$").exit().code()).isEqualTo(255);
  }

  @Test
  void aPersonGetsAShell() throws Exception {
    assertThat(new Terminals(calls).run("ssh edge", "stty size; exit 6\n"))
        .contains("33 111", "= 6");
  }

  @Test
  void aMachineThatIsAnotherOneIsNotGoneInto() throws IOException {
    Path program = folder.resolve("main.dvl");
    Path other = Path.of(System.getenv("DVL_TEST_SSH_KEYS"), "other.pub");
    String key = Files.readString(other).strip();
    Files.writeString(
        program,
        Files.readString(program).replaceFirst("host_key = .*", "host_key = \"" + key + "\""));
    Ended refused = calls.dvl("ssh", "edge", "--", "true");
    assertThat(refused.exit()).isEqualTo(Exit.NO_CONNECTION);
    assertThat(refused.err()).contains("DVL7042");
  }

  @Test
  void dockerAndSshReadWhatAContextIs() throws Exception {
    Ended written = calls.dvl("context", "edge");
    assertThat(written.out()).isEqualTo("reached-edge: written\n");
    assertThat(written.err()).contains("Include dvl/*.conf");
    Files.writeString(folder.resolve(".ssh/config"), "Include dvl/*.conf\n");
    assertThat(calls.dvl("context", "edge"))
        .isEqualTo(new Ended(Exit.DONE, "reached-edge: as it was\n", ""));
    assertThat(said("docker", "context", "ls", "--format", "{{.Name}}: {{.Description}}"))
        .contains("reached-edge: `edge`, by dvl");
    String host = "{{.Endpoints.docker.Host}}";
    assertThat(said("docker", "context", "inspect", "reached-edge", "--format", host))
        .startsWith("ssh://reached-edge/");
    Path settings = folder.resolve(".ssh/dvl/reached-edge.conf");
    assertThat(said("ssh", "-F", settings.toString(), "reached-edge", "echo hello"))
        .isEqualTo("hello\n");
    assertThat(calls.dvl("context", "--remove").out()).isEqualTo("reached-edge: removed\n");
    assertThat(left()).isEmpty();
  }

  @Test
  void aContextOfOthersIsLeftAlone() throws Exception {
    String _ =
        said("docker", "context", "create", "reached-edge", "--docker", "host=tcp://127.0.0.1:1");
    Ended refused = calls.dvl("context", "edge");
    assertThat(refused.exit()).isEqualTo(Exit.FAILED);
    assertThat(refused.err()).contains("DVL7062", "docker context rm reached-edge");
    assertThat(calls.dvl("context", "--remove").err()).contains("no context that dvl wrote");
    assertThat(left()).hasSize(1);
  }

  @Test
  void theCurrentContextStays() throws Exception {
    assertThat(calls.dvl("context", "edge").exit()).isEqualTo(Exit.DONE);
    String _ = said("docker", "context", "use", "reached-edge");
    assertThat(calls.dvl("context", "--remove").err()).contains("DVL7063");
    String _ = said("docker", "context", "use", "default");
    assertThat(calls.dvl("context", "--remove").exit()).isEqualTo(Exit.DONE);
    assertThat(left()).isEmpty();
  }

  /** The files of contexts that there are. */
  private List<Path> left() throws IOException {
    List<Path> left = new ArrayList<>(files(folder.resolve(".docker/contexts")));
    left.addAll(files(folder.resolve(".ssh/dvl")));
    return left;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private String said(String... words) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("DOCKER_CONFIG", folder.resolve(".docker").toString());
    builder.environment().remove("DOCKER_HOST");
    Process process = builder.start();
    process.outputWriter().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
