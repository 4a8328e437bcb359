package dev.dvl.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.render.Style;
import dev.dvl.cli.terminal.Terminal;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.plan.Plan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What is drawn leaves alone what somebody is to answer. */
class DrawnProgressTest {
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(screen, true, StandardCharsets.UTF_8);
  private final AtomicBoolean asking = new AtomicBoolean();

  @Test
  void nothingIsDrawnOverAQuestion() throws IOException {
    Plan plan = RunningTest.plan();
    Running running = new Running(plan, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    DrawnProgress progress = new DrawnProgress(running, terminal(), Style.of(false), asking::get);
    progress.on(new ApplyEvent.Started(plan.ops().getFirst()));
    progress.tick();
    assertThat(shown()).contains("web: ");
    asking.set(true);
    err.print("Passphrase: ");
    progress.tick();
    progress.say("something has happened");
    progress.tick();
    assertThat(shown()).isEqualTo("Passphrase: ");
    err.println();
    asking.set(false);
    progress.tick();
    assertThat(shown()).startsWith("\nsomething has happened\n  web: ");
    progress.end();
    assertThat(shown()).as("takes away what it has drawn").isEqualTo("\u001b[2A\r\u001b[J");
  }

  /** Since it was asked for last. */
  private String shown() {
    String shown = screen.toString(StandardCharsets.UTF_8);
    screen.reset();
    return shown;
  }

  private Terminal terminal() {
    return new Terminal(
        InputStream.nullInputStream(),
        err,
        err,
        Map.of(),
        Path.of(""),
        Path.of(""),
        Terminal.People.NONE,
        80);
  }
}
