package dev.dvl.cli.command;

import dev.dvl.cli.terminal.Terminal;
import dev.dvl.compiler.diagnostic.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the command that a command line names, and runs it. */
public final class Commands {
  private Commands() {}

  /** Runs one command line. Never throws: what goes wrong is said, and the exit code tells. */
  public static Exit run(String[] args, Terminal terminal) {
    List<String> words = Arrays.asList(args);
    if (words.isEmpty() || List.of("help", "--help", "-h").contains(words.getFirst())) {
      return help(words, terminal);
    }
    Optional<Command> command = find(words.getFirst());
    if (command.isPresent()) {
      return new Execution(command.get(), terminal).run(words.subList(1, words.size()));
    }
    return unknown(words.getFirst(), terminal);
  }

  private static Exit help(List<String> words, Terminal terminal) {
    Optional<Command> about = words.size() > 1 ? find(words.get(1)) : Optional.empty();
    if (about.isPresent()) {
      return new Execution(about.get(), terminal).run(List.of("--help"));
    }
    (words.isEmpty() ? terminal.err() : terminal.out()).print(overview());
    return words.isEmpty() ? Exit.WRONG : Exit.DONE;
  }

  private static Exit unknown(String word, Terminal terminal) {
    String similar =
        Spelling.note("a command", word, Stream.of(Known.values()).map(Known::word).toList())
            .orElse("`dvl --help` lists the commands.");
    Refusal refusal =
        Refusal.of(Exit.WRONG, CommandCodes.USAGE, "There is no command `" + word + "`.", similar);
    DiagnosticOutput.text(refusal.sources(), refusal.diagnostics(), terminal, terminal.colourErr());
    return refusal.exit();
  }

  private static Optional<Command> find(String word) {
    String name = List.of("--version", "-V").contains(word) ? "version" : word;
    for (Known known : Known.values()) { // a lambda would be made at each start of `version`
      if (known.word().equals(name)) {
        return Optional.of(known.command());
      }
    }
    return Optional.empty();
  }

  /** All commands, as help lists them. */
  private enum Known {
    INIT("writes a small program to begin with"),
    CHECK("compiles a program and says all that is wrong with it"),
    FMT("brings programs into their one form"),
    TEST("runs the tests that a program holds"),
    PLAN("shows what apply would do, and does none of it"),
    APPLY("makes it so"),
    DESTROY("removes all that a program made"),
    DRIFT("says what changed behind dvl's back"),
    SHOW("says what is there of a program's resources"),
    OUTPUT("says the outputs of a program"),
    LOGS("shows what containers write"),
    EXEC("runs a command in a container"),
    SSH("goes into a machine"),
    CONTEXT("lets Docker's own command line reach machines"),
    GRAPH("draws a program for other tools"),
    CONSOLE("a prompt at which expressions are tried out"),
    EXPLAIN("says what a diagnostic means and how to mend it"),
    VERSION("says which dvl this is");

    private final String summary;

    Known(String summary) {
      this.summary = summary;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    Command command() {
      return switch (this) {
        case INIT -> new InitCommand();
        case CHECK -> new CheckCommand();
        case FMT -> new FmtCommand();
        case TEST -> new TestCommand();
        case PLAN -> new PlanCommand();
        case APPLY -> new ApplyCommand();
        case DESTROY -> new DestroyCommand();
        case DRIFT -> new DriftCommand();
        case SHOW -> new ShowCommand();
        case OUTPUT -> new OutputCommand();
        case LOGS -> new LogsCommand();
        case EXEC -> new ExecCommand();
        case SSH -> new SshCommand();
        case CONTEXT -> new ContextCommand();
        case GRAPH -> new GraphCommand();
        case CONSOLE -> new ConsoleCommand();
        case EXPLAIN -> new ExplainCommand();
        case VERSION -> new VersionCommand();
      };
    }
  }

  private static String overview() {
    StringBuilder text = new StringBuilder();
    text.append("dvl describes hosts, VMs and containers, and makes them so.\n\n");
    text.append("  dvl plan examples/quickstart --sandbox\n\n");
    for (Known known : Known.values()) {
      text.append("  %-9s %s%n".formatted(known.word(), known.summary));
    }
    return text.append("\n`dvl COMMAND --help` says more of each.\n").toString();
  }
}
