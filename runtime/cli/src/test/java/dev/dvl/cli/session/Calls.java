package dev.dvl.cli.session;

import dev.dvl.cli.Dvl;
import dev.dvl.cli.command.Exit;
import dev.dvl.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls dvl in a folder, in this process or in one of its own, with nobody at a terminal. */
public record Calls(Path folder, Map<String, String> environment) {

  /** What came of a call. */
  public record Ended(Exit exit, String out, String err) {
    @Override
    public String toString() {
      return exit + "\n" + out + err;
    }
  }

  public Ended dvl(String... words) {
    return typing("", words);
  }

  /** A call that finds something on its standard input. */
  public Ended typing(String text, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
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

  /** A call that can be killed, and that gets nothing from this process but its environment. */
  public ProcessBuilder process(String... words) {
    // A shell lets what it runs in the background ignore Ctrl-C, and Java hands that on.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(command(List.of(), words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  /** The command line of a Java that runs dvl; it can be changed. */
  static List<String> command(List<String> flags, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.dvl.cli.Dvl"));
    command.addAll(List.of(words));
    return command;
  }
}
