package dev.dvl.cli.command;

import dev.dvl.compiler.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How a command is called: its help, and what is wrong with words that do not fit. */
final class Usage {
  private Usage() {}

  static String help(Command command, CommandSpec spec) {
    StringBuilder text = new StringBuilder();
    command.examples().forEach(example -> text.append("  ").append(example).append('\n'));
    text.append('\n').append(command.about()).append('\n');
    List<PositionalParamSpec> operands = spec.positionalParameters();
    if (!operands.isEmpty()) {
      text.append("\noperands\n");
      operands.forEach(it -> line(text, it.paramLabel(), it.description()));
    }
    text.append("\noptions\n");
    spec.options().forEach(it -> line(text, option(it), it.description()));
    return text.toString();
  }

  private static String option(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private static void line(StringBuilder text, String what, String[] description) {
    text.append("  %-22s %s%n".formatted(what, String.join(" ", description)));
  }

  static Refusal refusal(Command command, CommandSpec spec, ParameterException wrong) {
    List<String> notes = new ArrayList<>();
    similar(spec, wrong).ifPresent(notes::add);
    notes.add("`dvl " + command.name() + " --help` says what it takes.");
    return Refusal.of(
        Exit.WRONG, CommandCodes.USAGE, sentence(command, wrong), notes.toArray(String[]::new));
  }

  private static String sentence(Command command, ParameterException wrong) {
    String name = "`dvl " + command.name() + "`";
    return switch (wrong) {
      case UnmatchedArgumentException unmatched when unmatched.isUnknownOption() ->
          name + " has no option `" + unmatched.getUnmatched().getFirst() + "`.";
      case UnmatchedArgumentException unmatched ->
          name + " takes nothing more: `" + unmatched.getUnmatched().getFirst() + "` is too much.";
      case OverwrittenOptionException twice ->
          "`" + label(twice) + "` is given twice, and can have one value.";
      case MissingParameterException missing ->
          "`" + labels(missing) + "` needs a value behind it.";
      case ParameterException other -> other.getMessage() + ".";
    };
  }

  private static String label(OverwrittenOptionException twice) {
    return twice.getOverwritten() instanceof OptionSpec option
        ? option.longestName()
        : twice.getOverwritten().paramLabel();
  }

  private static String labels(MissingParameterException missing) {
    return missing.getMissing().stream()
        .map(it -> it instanceof OptionSpec option ? option.longestName() : it.paramLabel())
        .collect(Collectors.joining("`, `"));
  }

  private static Optional<String> similar(CommandSpec spec, ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
      String written = unmatched.getUnmatched().getFirst().replaceFirst("=.*", "");
      return Spelling.note("an option", written, spec.optionsMap().keySet());
    }
    return Optional.empty();
  }
}
