package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A container's last words reach a terminal as something that can be read, and nothing else. */
@Tag("docker")
class LogLinesTest {
  private static final int MOST = 20_000;

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void destroy() {
    assertThat(calls().dvl("destroy", "--yes").exit()).isEqualTo(Exit.DONE);
  }

  @ParameterizedTest
  @CsvSource({"false, text", "true, text", "false, json", "true, json"})
  void noneOfThemActsOnTheTerminal(boolean terminal, String form) throws IOException {
    Files.writeString(
        folder.resolve("main.dvl"),
        """
        host engine: docker {}
        container web {
          image   = "dvl-test/base:1"
          tty     = %s
          command = ["sh", "-c", "%s"]
          health { command = ["false"], interval = 1h }
          wait { until = "healthy" }
        }
        """
            .formatted(
                terminal,
                String.join(
                    "; ",
                    "printf '\\\\033]0;owned\\\\007\\\\033[2J\\\\033[31mred\\\\n'",
                    "printf 'bad \\\\377\\\\376 bytes\\\\n'",
                    "printf 'turned \\\\342\\\\200\\\\256 around\\\\r\\\\n'",
                    "head -c 3000000 /dev/zero | tr '\\\\0' x",
                    "echo; echo the last line; exit 3")));
    Calls.Ended ended =
        form.equals("json")
            ? calls().dvl("apply", "--yes", "--json")
            : calls().dvl("apply", "--yes");
    assertThat(ended.exit()).isEqualTo(Exit.FAILED);
    String said = ended.out() + ended.err();
    assertThat(said).contains("DVL7027", "the last line").hasSizeLessThan(MOST);
    assertThat(said.codePoints())
        .noneMatch(it -> Character.isISOControl(it) && it != '\n')
        .noneMatch(it -> Character.getType(it) == Character.FORMAT);
  }

  private Calls calls() {
    return new Calls(
        folder,
        Map.of(
            "DOCKER_HOST",
            Engine.ofTests().endpoint(),
            "XDG_STATE_HOME",
            folder.resolve("s").toString()));
  }
}
