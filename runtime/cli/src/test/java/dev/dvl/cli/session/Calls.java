package dev.dvl.cli.session;

import dev.dvl.cli.Dvl;
import dev.dvl.cli.command.Exit;
import dev.dvl.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Calls dvl in this process, in a folder, with nobody at a terminal. */
record Calls(Path folder, Map<String, String> environment) {

  /** What came of a call. */
  record Ended(Exit exit, String out, String err) {
    @Override
    public String toString() {
      return exit + "\n" + out + err;
    }
  }

  Ended dvl(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            folder,
            folder,
            Terminal.People.NONE,
            100);
    Exit exit = Dvl.run(words, terminal);
    terminal.flush();
    return new Ended(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
