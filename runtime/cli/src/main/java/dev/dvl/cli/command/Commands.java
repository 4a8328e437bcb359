package dev.dvl.cli.command;

import dev.dvl.cli.terminal.Terminal;
import dev.dvl.compiler.diagnostic.Spelling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the command that a command line names, and runs it. */
public final class Commands {
  private static final Map<String, String> SUMMARIES = summaries();

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
        Spelling.note("a command", word, SUMMARIES.keySet())
            .orElse("`dvl --help` lists the commands.");
    Refusal refusal =
        Refusal.of(Exit.WRONG, CommandCodes.USAGE, "There is no command `" + word + "`.", similar);
    Said.text(refusal.sources(), refusal.diagnostics(), terminal, terminal.colourErr());
    return refusal.exit();
  }

  private static Optional<Command> find(String name) {
    return switch (name) {
      case "init" -> Optional.of(new InitCommand());
      case "check" -> Optional.of(new CheckCommand());
      case "fmt" -> Optional.of(new FmtCommand());
      case "test" -> Optional.of(new TestCommand());
      case "plan" -> Optional.of(new PlanCommand());
      case "apply" -> Optional.of(new ApplyCommand());
      case "destroy" -> Optional.of(new DestroyCommand());
      case "drift" -> Optional.of(new DriftCommand());
      case "show" -> Optional.of(new ShowCommand());
      case "output" -> Optional.of(new OutputCommand());
      case "graph" -> Optional.of(new GraphCommand());
      case "console" -> Optional.of(new ConsoleCommand());
      case "explain" -> Optional.of(new ExplainCommand());
      case "version", "--version", "-V" -> Optional.of(new VersionCommand());
      case String other -> Optional.empty();
    };
  }

  private static Map<String, String> summaries() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("init", "writes a small program to begin with");
    all.put("check", "compiles a program and says all that is wrong with it");
    all.put("fmt", "brings programs into their one form");
    all.put("test", "runs the tests that a program holds");
    all.put("plan", "shows what apply would do, and does none of it");
    all.put("apply", "makes it so");
    all.put("destroy", "removes all that a program made");
    all.put("drift", "says what changed behind dvl's back");
    all.put("show", "says what is there of a program's resources");
    all.put("output", "says the outputs of a program");
    all.put("graph", "draws a program for other tools");
    all.put("console", "a prompt at which expressions are tried out");
    all.put("explain", "says what a diagnostic means and how to mend it");
    all.put("version", "says which dvl this is");
    return all;
  }

  private static String overview() {
    StringBuilder text = new StringBuilder();
    text.append("dvl describes hosts, VMs and containers, and makes them so.\n\n");
    text.append("  dvl plan examples/quickstart --sandbox\n\n");
    SUMMARIES.forEach((name, summary) -> text.append("  %-9s %s%n".formatted(name, summary)));
    return text.append("\n`dvl COMMAND --help` says more of each.\n").toString();
  }
}
