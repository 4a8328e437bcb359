package dev.dvl.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The streams of a run and its surroundings. Results go to {@code out}, talk goes to {@code err};
 * both are UTF-8 whatever the locale. A reader that goes away ({@code | head}) is no mistake.
 *
 * @param folder the folder that relative paths on the command line start from
 * @param people which streams end at a person
 * @param columns how wide the screen is
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Path folder,
    Path home,
    People people,
    int columns) {
  private static final Written RESULTS = new Written(FileDescriptor.out);
  private static final int USUAL_COLUMNS = 100;
  private static final int BUFFER = 1 << 14;

  public Terminal {
    environment = Map.copyOf(environment);
  }

  /**
   * Which streams are a terminal. Java can only tell of all of them together; the start script asks
   * for each and says so in the property {@code dvl.tty}: {@code i}, {@code o}, {@code e}.
   */
  public record People(boolean read, boolean write, boolean listen) {
    public static final People NONE = new People(false, false, false);

    static People ofProcess() {
      String told = System.getProperty("dvl.tty");
      if (told != null) {
        return new People(told.contains("i"), told.contains("o"), told.contains("e"));
      }
      boolean all = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
      return new People(all, all, all);
    }
  }

  public static Terminal ofProcess() {
    return new Terminal(
        System.in,
        print(RESULTS, BUFFER, false),
        print(new FileOutputStream(FileDescriptor.err), 256, true),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Path.of(System.getProperty("user.home", "/")),
        People.ofProcess(),
        Integer.getInteger("dvl.columns", USUAL_COLUMNS));
  }

  private static PrintStream print(OutputStream to, int buffer, boolean atOnce) {
    OutputStream stream = new BufferedOutputStream(to, buffer);
    return new PrintStream(stream, atOnce, StandardCharsets.UTF_8);
  }

  /** Whether results of this process could not be written: the disk is full, say. */
  public static boolean lostResults() {
    return RESULTS.isLost();
  }

  public void flush() {
    out.flush();
    err.flush();
  }

  /** Whether results may be coloured, if {@code --no-color} does not say otherwise. */
  public boolean colourOut() {
    return colour(people.write());
  }

  /** Whether talk may be coloured, if {@code --no-color} does not say otherwise. */
  public boolean colourErr() {
    return colour(people.listen());
  }

  private boolean colour(boolean person) {
    boolean forced = !variable("CLICOLOR_FORCE").isEmpty() || !variable("FORCE_COLOR").isEmpty();
    boolean unwanted = !variable("NO_COLOR").isEmpty() || variable("TERM").equals("dumb");
    return !unwanted && (person || forced);
  }

  /** An environment variable; empty where it is not set. */
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
