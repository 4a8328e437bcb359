package dev.dvl.cli;

import dev.dvl.cli.command.Commands;
import dev.dvl.cli.command.Exit;
import dev.dvl.cli.terminal.Terminal;
import dev.dvl.cli.terminal.Written;
import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The command line's entry point. */
public final class Dvl {
  private Dvl() {}

  /** Runs the command that the arguments name, and ends with its exit code. */
  public static void main(String[] args) {
    Exit exit = isVersion(args) ? version() : run(args);
    System.err.flush();
    if (!exit.isDone()) {
      Runtime.getRuntime().halt(exit.code());
    }
  }

  /** The one command that must load next to nothing: neither a library nor a whole terminal. */
  private static Exit version() {
    Written out = new Written(FileDescriptor.out);
    try {
      out.write((Version.LINE + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException noted) {
      // The stream remembers it, and knows whether it matters.
    }
    return ended(Exit.DONE, out.isLost());
  }

  private static Exit ended(Exit exit, boolean lost) {
    if (exit.isDone() && lost) {
      System.err.println("dvl: standard output cannot be written to; the result is lost");
      return Exit.FAILED;
    }
    return exit;
  }

  private static Exit run(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    try {
      Exit exit = run(args, terminal);
      terminal.flush();
      return ended(exit, Terminal.lostResults());
    } finally {
      terminal.flush();
    }
  }

  /** Runs a command on a terminal of the caller's. */
  public static Exit run(String[] args, Terminal terminal) {
    return Commands.run(args, terminal);
  }

  private static boolean isVersion(String[] args) {
    return args.length == 1
        && (args[0].equals("version") || args[0].equals("--version") || args[0].equals("-V"));
  }
}
