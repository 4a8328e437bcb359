package dev.dvl.cli;

import dev.dvl.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a build runs to make the cache of loaded classes: the commands that people wait for, on a
 * copy of a program, in the sandbox and with nothing of the user's.
 */
public final class Training {
  private static final int COLUMNS = 100;

  private Training() {}

  /** Runs them over the program in the folder that the first argument names. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]).toAbsolutePath();
    Terminal terminal = terminal(folder);
    for (List<String> words :
        List.of(
            List.of("version"),
            List.of("check"),
            List.of("check", "nowhere.dvl"),
            List.of("plan", "--sandbox"),
            List.of("plan", "--sandbox", "--json"),
            List.of("apply", "--sandbox", "--yes"),
            List.of("plan", "--sandbox"),
            List.of("plan"),
            List.of("explain", "DVL0101"))) {
      Dvl.run(words.toArray(String[]::new), terminal);
    }
  }

  private static Terminal terminal(Path folder) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Map<String, String> environment =
        Map.of(
            "DOCKER_HOST",
            "unix://" + folder.resolve("no-engine"),
            "XDG_STATE_HOME",
            folder.toString());
    return new Terminal(
        InputStream.nullInputStream(),
        nowhere,
        nowhere,
        environment,
        folder,
        folder,
        Terminal.People.NONE,
        COLUMNS);
  }
}
