package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A console between two other programs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ConsolePipeTest {
  @TempDir private Path folder = Path.of("");

  /** Lines that come without end are not answered once nobody reads the answers. */
  @Test
  void endsWhenItsReaderLeaves() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("main.dvl"), "let a = 1\n");
    Process console = new Calls(folder, Map.of()).process("console").start();
    BufferedReader answers = console.inputReader();
    OutputStream questions = console.getOutputStream();
    ask(questions);
    assertThat(answers.readLine()).isEqualTo("1");
    answers.close();
    while (!console.waitFor(10, TimeUnit.MILLISECONDS)) {
      ask(questions);
    }
    assertThat(console.exitValue()).isEqualTo(Exit.DONE.code());
  }

  /** The console may end at any time. */
  private static void ask(OutputStream questions) {
    try {
      questions.write("a\n".getBytes(StandardCharsets.UTF_8));
      questions.flush();
    } catch (IOException ended) {
      assertThat(ended).hasMessageContaining("pipe");
    }
  }
}
