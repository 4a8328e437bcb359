package dev.dvl.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Asks a person before something is changed. */
record Confirmation(Invocation invocation) {

  /** Refuses where nobody could be asked, before any work is done. */
  void possible() throws Refusal {
    boolean asked = invocation.terminal().people().read() && !invocation.has(Options.NO_INPUT);
    if (!invocation.has(Options.YES) && !asked) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.NOT_CONFIRMED,
          invocation.has(Options.NO_INPUT)
              ? "`--no-input` is given, and `--yes` is not."
              : "Standard input is no terminal, and `--yes` is not given.");
    }
  }

  boolean given(String question) throws IOException {
    if (invocation.has(Options.YES)) {
      return true;
    }
    invocation.terminal().flush();
    invocation.terminal().err().print(question + " Only `yes` goes on: ");
    invocation.terminal().err().flush();
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(invocation.terminal().in(), StandardCharsets.UTF_8));
    boolean yes = "yes".equals(in.readLine());
    if (!yes) {
      invocation.terminal().err().println("Nothing has been done.");
    }
    return yes;
  }
}
