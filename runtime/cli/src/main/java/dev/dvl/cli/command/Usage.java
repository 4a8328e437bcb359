package dev.dvl.cli.command;

import dev.dvl.cli.command.Spec.Operand;
import dev.dvl.cli.command.Spec.Option;
import dev.dvl.compiler.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a command is called: its help, and what is wrong with words that do not fit. */
final class Usage {
  private Usage() {}

  static String help(Command command, Spec spec) {
    StringBuilder text = new StringBuilder();
    command.examples().forEach(example -> text.append("  ").append(example).append('\n'));
    text.append('\n').append(command.about()).append('\n');
    List<Operand> operands = spec.operands();
    if (!operands.isEmpty()) {
      text.append("\noperands\n");
      operands.forEach(it -> line(text, it.label(), it.text()));
      spec.behind().ifPresent(it -> line(text, "-- " + it.label(), it.text()));
    }
    text.append("\noptions\n");
    spec.options().forEach(it -> line(text, option(it), it.text()));
    return text.toString();
  }

  private static String option(Option option) {
    String names = String.join(", ", option.names());
    return option.takesValue() ? names + " " + option.label() : names;
  }

  private static void line(StringBuilder help, String what, String text) {
    help.append("  %-22s %s%n".formatted(what, text));
  }

  /**
   * Says what is wrong.
   *
   * @param words what was written
   */
  static Refusal refusal(Command command, Spec spec, Words.Wrong wrong, List<String> words) {
    List<String> notes = new ArrayList<>();
    similar(spec, wrong).ifPresent(notes::add);
    if (spec.behind().isPresent() && !words.contains("--")) {
      notes.add("What is to be run there stands behind `--`.");
    }
    notes.add("`dvl " + command.name() + " --help` says what it takes.");
    return Refusal.of(
        Exit.WRONG,
        CommandCodes.USAGE,
        String.valueOf(wrong.getMessage()),
        notes.toArray(String[]::new));
  }

  private static Optional<String> similar(Spec spec, Words.Wrong wrong) {
    return wrong
        .unknown()
        .flatMap(written -> Spelling.note("an option", written, spec.byName().keySet()));
  }
}
