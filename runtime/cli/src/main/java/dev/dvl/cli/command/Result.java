package dev.dvl.cli.command;

import dev.dvl.cli.project.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Where a command's result goes: text on standard output, or JSON there with {@code --json}; and
 * JSON into a file beside it with {@code --json-into}.
 */
final class Result {
  private final Invocation invocation;

  Result(Invocation invocation) {
    this.invocation = invocation;
  }

  /** Makes a text that is written whole. */
  @FunctionalInterface
  interface Making {
    String make() throws IOException;
  }

  /** Writes JSON where it is asked for. */
  void json(Making making) throws Refusal {
    Optional<String> file = invocation.option(Options.JSON_INTO);
    if (!invocation.json() && file.isEmpty()) {
      return;
    }
    try {
      String json = making.make() + "\n";
      if (invocation.json()) {
        invocation.terminal().out().print(json);
      }
      if (file.isPresent()) {
        Files.writeString(invocation.path(file.get()), json);
      }
    } catch (IOException e) {
      throw Refusal.of(
          Exit.FAILED, CommandCodes.NOT_WRITTEN, "Writing the JSON failed: " + Reason.of(e) + ".");
    }
  }

  /** Writes text where a person reads. */
  void text(Making making) {
    if (invocation.json()) {
      return;
    }
    try {
      invocation.terminal().out().print(making.make());
      invocation.terminal().out().flush();
    } catch (IOException bug) {
      throw new IllegalStateException("text is made in memory", bug);
    }
  }
}
