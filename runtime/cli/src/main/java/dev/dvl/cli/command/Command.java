package dev.dvl.cli.command;

import java.io.IOException;
import java.util.List;

/** One command: what it takes and what it does. */
interface Command {
  String name();

  /** Lines that call it, with what they do; {@code --help} shows them first. */
  List<String> examples();

  /** What it is for: sentences. */
  String about();

  /** Adds the options and operands it takes. */
  void describe(Spec spec);

  Exit run(Invocation invocation) throws Refusal, IOException, InterruptedException;
}
