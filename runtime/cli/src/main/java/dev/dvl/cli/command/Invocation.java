package dev.dvl.cli.command;

import dev.dvl.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One call of a command: its options and operands, and the terminal to talk through. */
record Invocation(Words words, Terminal terminal) {

  boolean has(String option) {
    return words.has(option);
  }

  Optional<String> option(String name) {
    return words.all(name).stream().findFirst();
  }

  List<String> options(String name) {
    return words.all(name);
  }

  Optional<String> operand(int index) {
    return words.operand(index);
  }

  /** Where the program is: an option's value with commands whose operands are something else. */
  String program() {
    return words.takes(Options.PROGRAM)
        ? option(Options.PROGRAM).orElse("")
        : operand(0).orElse("");
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
