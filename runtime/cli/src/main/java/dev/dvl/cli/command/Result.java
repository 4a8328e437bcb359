package dev.dvl.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dvl.cli.project.Reason;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
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

  /** Writes a document piece by piece: never all of it is in memory. */
  @FunctionalInterface
  interface Writing {
    void to(Writer out) throws IOException;
  }

  /** Writes JSON where it is asked for. */
  void json(Writing writing) throws Refusal {
    Optional<String> file = invocation.option(Options.JSON_INTO);
    if (!invocation.json() && file.isEmpty()) {
      return;
    }
    try {
      if (invocation.json()) {
        document(writing, new OutputStreamWriter(invocation.terminal().out(), UTF_8));
      }
      if (file.isPresent()) {
        try (Writer out = Files.newBufferedWriter(invocation.path(file.get()))) {
          document(writing, out);
        }
      }
    } catch (IOException e) {
      throw Refusal.of(
          Exit.FAILED, CommandCodes.NOT_WRITTEN, "Writing the JSON failed: " + Reason.of(e) + ".");
    }
  }

  private static void document(Writing writing, Writer out) throws IOException {
    writing.to(out);
    out.write('\n');
    out.flush();
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
