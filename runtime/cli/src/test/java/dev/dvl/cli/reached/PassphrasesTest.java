package dev.dvl.cli.reached;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import dev.dvl.cli.reached.Terminals.Typed;
import dev.dvl.cli.session.Calls;
import dev.dvl.cli.session.Calls.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that is encrypted is opened by who sits at the terminal, and by nobody else. */
@Tag("docker")
class PassphrasesTest {
  private static final Typed WRONG = new Typed("Passphrase of .*: ", "simsalabim\n");
  private static final Typed RIGHT = new Typed("Passphrase of .*: ", "open sesame\n");
  private static final Typed NONE = new Typed("Passphrase of .*: ", "\n");

  @TempDir private Path folder = Path.of("");
  private Calls calls = new Calls(folder, Map.of());

  @BeforeEach
  void write() throws IOException {
    Peer peer = Peer.ssh();
    calls =
        new Peer(peer.name(), peer.block().replace("/user\"", "/locked\""))
            .program(folder, "volume data on edge\n");
  }

  @Test
  void itIsAskedForOnceAndNeverShown() throws Exception {
    assertThat(new Terminals(calls).run("plan", List.of(WRONG, RIGHT)))
        .contains("/locked`", "It has another passphrase.", "1 to create", "= 0")
        .doesNotContain("sesame", "simsalabim")
        .containsPattern("(?s)Passphrase of .*Passphrase of ")
        .doesNotContainPattern("(?s)Passphrase of .*Passphrase of .*Passphrase of ");
  }

  @Test
  void itIsAskedForBeforeAShellHasTheTerminal() throws Exception {
    assertThat(
            new Terminals(calls)
                .run("ssh edge", List.of(RIGHT, new Typed("[$#] ", "stty size; exit 6\n"))))
        .contains("33 111", "= 6")
        .doesNotContain("sesame");
  }

  @Test
  void whoDoesNotKnowItIsToldHowToDoWithout() throws Exception {
    assertThat(new Terminals(calls).run("plan", List.of(NONE)))
        .contains("DVL7046", "ssh-add", "= 4");
    assertThat(new Terminals(calls).run("plan --no-input", List.of())).contains("DVL7046", "= 4");
  }

  @Test
  void whereNobodySitsNobodyIsAsked() {
    Ended ended = calls.typing("open sesame\n", "plan");
    assertThat(ended.exit()).isEqualTo(Exit.NO_CONNECTION);
    assertThat(ended.err()).contains("DVL7046").doesNotContain("Passphrase of");
  }
}
