package dev.dvl.cli.docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was typed in a shell, and what it said.
 *
 * <p>A line {@code …} of the expected output stands for any lines. Times, ids and the folder do not
 * count.
 */
record Transcript(List<Step> steps) {

  private static final String PROMPT = "$ ";
  private static final String ELISION = "…";

  Transcript {
    steps = List.copyOf(steps);
  }

  /** A command and its output, each line with its end. */
  record Step(String command, String output) {

    /** Whether it says the same, but for what differs from run to run. */
    boolean matches(Step other) {
      String pattern =
          normal(output)
              .lines()
              .map(line -> line.equals(ELISION) ? "(?:.*\n)*" : Pattern.quote(line + "\n"))
              .collect(Collectors.joining());
      return command.equals(other.command) && Pattern.matches(pattern, normal(other.output));
    }
  }

  static Transcript read(String body) {
    List<Step> steps = new ArrayList<>();
    for (String line : body.lines().toList()) {
      if (line.startsWith(PROMPT)) {
        steps.add(new Step(line.substring(PROMPT.length()), ""));
      } else if (steps.isEmpty()) {
        throw new IllegalArgumentException("a transcript starts with a command: " + line);
      } else {
        Step last = steps.removeLast();
        steps.add(new Step(last.command, last.output + line + "\n"));
      }
    }
    return new Transcript(steps);
  }

  /** Whether it only lists what one may type. */
  boolean isSilent() {
    return steps.stream().allMatch(step -> step.output.isEmpty());
  }

  /** Types the same again, in one shell. */
  Transcript again(Project project, Map<String, String> environment) throws IOException {
    StringBuilder script = new StringBuilder("status=0\n");
    for (Step step : steps) {
      script
          .append("printf '\\001'\n(exit $status)\n")
          .append(step.command)
          .append("\nstatus=$?\n");
    }
    String output = project.run(environment, List.of("bash", "-c", script.toString())).output();
    String[] said = output.split("\001", -1);
    List<Step> again = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String text = i + 1 < said.length ? said[i + 1] : "";
      String local = text.replace(project.folder() + "/", "");
      again.add(
          new Step(
              steps.get(i).command,
              local.isEmpty() || local.endsWith("\n") ? local : local + "\n"));
    }
    return new Transcript(again);
  }

  /** The same with other words in commands and output. */
  Transcript in(UnaryOperator<String> words) {
    return new Transcript(
        steps.stream()
            .map(step -> new Step(words.apply(step.command), words.apply(step.output)))
            .toList());
  }

  boolean matches(Transcript other) {
    return steps.size() == other.steps.size()
        && IntStream.range(0, steps.size()).allMatch(i -> steps.get(i).matches(other.steps.get(i)));
  }

  /** As it stands in a page. */
  @Override
  public String toString() {
    return steps.stream()
        .map(step -> PROMPT + step.command + "\n" + step.output)
        .collect(Collectors.joining());
  }

  private static String normal(String output) {
    String timed = TIME.matcher(output).replaceAll("0s");
    return ID.matcher(timed)
        .replaceAll("0")
        .lines()
        .map(line -> line.stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private static final Pattern TIME = Pattern.compile("\\b\\d+([.,]\\d+)?\\s?(ms|s|min)\\b");

  /** Also ports that the platform has picked: they have five digits. */
  private static final Pattern ID =
      Pattern.compile("\\b(?:(?=[0-9a-f]*\\d)[0-9a-f]{6,}|[1-9]\\d{4})\\b");
}
