package dev.dvl.cli;

import dev.dvl.cli.command.Commands;
import dev.dvl.cli.command.Exit;
import dev.dvl.cli.terminal.Terminal;

/** The command line's entry point. */
public final class Dvl {
  private Dvl() {}

  /** Runs the command that the arguments name, and ends with its exit code. */
  public static void main(String[] args) {
    Exit exit = run(args);
    System.out.flush();
    System.err.flush();
    if (exit == Exit.DONE && Terminal.lostResults()) {
      System.err.println("dvl: standard output cannot be written to; the result is lost");
      exit = Exit.FAILED;
    }
    if (exit != Exit.DONE) {
      Runtime.getRuntime().halt(exit.code());
    }
  }

  private static Exit run(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    try {
      return run(args, terminal);
    } finally {
      terminal.flush();
    }
  }

  /** Runs a command on a terminal of the caller's. */
  public static Exit run(String[] args, Terminal terminal) {
    if (args.length == 1 && isVersion(args[0])) { // the one command that must not load a library
      terminal.out().println("dvl " + Version.NUMBER);
      return Exit.DONE;
    }
    return Commands.run(args, terminal);
  }

  private static boolean isVersion(String word) {
    return word.equals("version") || word.equals("--version") || word.equals("-V");
  }
}
