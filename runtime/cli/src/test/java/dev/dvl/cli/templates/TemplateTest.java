package dev.dvl.cli.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.Dvl;
import dev.dvl.cli.command.Exit;
import dev.dvl.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every template goes all the way on the sandbox, with nothing added to it. */
class TemplateTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(Template.class)
  void plansAtOnceAndPassesItsTests(Template template) {
    gives(Exit.DONE, "init", template.word(), "fresh");
    gives(Exit.DONE, "check", "fresh");
    gives(Exit.CHANGES, "plan", "fresh", "--sandbox", "--detailed-exitcode");
    gives(Exit.DONE, "apply", "fresh", "--sandbox", "--yes");
    gives(Exit.DONE, "plan", "fresh", "--sandbox", "--detailed-exitcode");
    gives(Exit.DONE, "test", "fresh");
  }

  private void gives(Exit wanted, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            stream,
            stream,
            Map.of("XDG_STATE_HOME", folder.resolve("state").toString()),
            folder,
            folder,
            Terminal.People.NONE,
            100);
    Exit exit = Dvl.run(words, terminal);
    terminal.flush();
    String all = said.toString(StandardCharsets.UTF_8);
    assertThat(exit).as("%s%n%s", String.join(" ", words), all).isEqualTo(wanted);
  }
}
