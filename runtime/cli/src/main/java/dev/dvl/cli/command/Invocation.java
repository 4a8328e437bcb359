package dev.dvl.cli.command;

import dev.dvl.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** One call of a command: its options and operands, and the terminal to talk through. */
record Invocation(ParseResult parsed, Terminal terminal) {

  boolean has(String option) {
    return parsed.hasMatchedOption(option);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(parsed.matchedOptionValue(name, null));
  }

  List<String> options(String name) {
    return parsed.matchedOptionValue(name, List.of());
  }

  Optional<String> operand(int index) {
    return Optional.ofNullable(parsed.matchedPositionalValue(index, null));
  }

  /** A path on the command line, from the folder in which dvl was called. */
  Path path(String text) {
    return terminal.folder().resolve(text).normalize();
  }

  boolean json() {
    return has(Options.JSON);
  }

  boolean colourOut() {
    return !has(Options.NO_COLOR) && terminal.colourOut();
  }

  boolean colourErr() {
    return !has(Options.NO_COLOR) && terminal.colourErr();
  }
}
