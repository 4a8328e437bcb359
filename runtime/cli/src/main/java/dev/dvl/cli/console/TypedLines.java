package dev.dvl.cli.console;

import dev.dvl.compiler.Prompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Lines that a person types, who may edit them, go back to earlier ones, and complete names. The
 * history lies in a file that only its owner may read; what is asked about secrets is not in it.
 */
public final class TypedLines implements Lines {
  private static final String PROMPT = "dvl> ";
  private static final int LONGEST_HISTORY = 1000;
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final Terminal terminal;
  private final Chosen history = new Chosen();
  private final LineReader reader;

  private TypedLines(Terminal terminal, Prompt prompt, Path file) {
    this.terminal = terminal;
    this.reader =
        LineReaderBuilder.builder()
            .appName("dvl")
            .terminal(terminal)
            .history(history)
            .completer(new NameCompleter(new Completion(prompt)))
            .parser(new WholeLine())
            .variable(LineReader.HISTORY_FILE, file)
            .variable(LineReader.HISTORY_SIZE, LONGEST_HISTORY)
            .variable(LineReader.HISTORY_FILE_SIZE, LONGEST_HISTORY)
            .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  /** A history to which lines are added once it is known what they are about. */
  private static final class Chosen extends DefaultHistory {
    private String last = "";

    @Override
    public void add(Instant time, String line) {
      last = line;
    }

    void keep() {
      if (!last.isBlank()) {
        super.add(Instant.now(), last);
      }
    }
  }

  /**
   * The lines of the process's terminal.
   *
   * @param file where the history is; made with its folder where it is missing
   */
  public static TypedLines open(Prompt prompt, Path file) throws IOException {
    own(file);
    Terminal terminal = TerminalBuilder.builder().name("dvl").system(true).build();
    return new TypedLines(terminal, prompt, file);
  }

  private static void own(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (!Files.exists(file)) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
    }
    Files.setPosixFilePermissions(file, OWNER);
  }

  @Override
  public Optional<String> next() {
    try {
      return Optional.of(reader.readLine(PROMPT));
    } catch (UserInterruptException brokenOff) {
      return Optional.of("");
    } catch (EndOfFileException end) {
      return Optional.empty();
    }
  }

  @Override
  public void remember() throws IOException {
    history.keep();
    history.save();
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
