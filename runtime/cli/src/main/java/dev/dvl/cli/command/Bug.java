package dev.dvl.cli.command;

import dev.dvl.cli.Version;
import dev.dvl.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says that dvl itself went wrong; the trace goes into a file, or on the screen where asked for.
 */
final class Bug {
  private Bug() {}

  static Exit say(Throwable bug, Terminal terminal, boolean debug) {
    terminal.err().println("This is a bug in dvl " + Version.NUMBER + ": " + bug);
    if (debug) {
      terminal.err().print(trace(bug));
    } else {
      terminal.err().println(kept(bug));
    }
    return Exit.BUG;
  }

  private static String kept(Throwable bug) {
    try {
      Path file = Files.createTempFile("dvl-bug-", ".txt");
      Files.writeString(file, "dvl " + Version.NUMBER + "\n" + trace(bug));
      return "Where it happened stands in " + file + "; please report it with that file.";
    } catch (IOException full) {
      return "Run it again with --debug to see where it happened.";
    }
  }

  private static String trace(Throwable bug) {
    StringWriter text = new StringWriter();
    bug.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
