package dev.dvl.sandbox.scenario;

import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.HostProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Rules about calls of the sandbox, one a line or between semicolons: {@code container.start web
 * takes 8s fails "no space left"}. For each call the first rule that says how long it takes counts,
 * and the first that says how it ends.
 */
public record Scenario(List<Rule> rules) implements Script {
  /** The environment variable that holds a scenario, or the name of its file after {@code @}. */
  public static final String VARIABLE = "DVL_SANDBOX_SCENARIO";

  /** Nothing is slow, and nothing goes wrong. */
  public static final Scenario NONE = new Scenario(List.of());

  /** Up to the end of the line or a semicolon that stands in no quotes. */
  private static final Pattern RULE = Pattern.compile("(?:\"[^\"\n]*\"|[^;\n\"]++|\")++");

  public Scenario {
    rules = List.copyOf(rules);
  }

  /**
   * The scenario that the environment tells.
   *
   * @param folder where the name of a file starts from
   */
  public static Scenario of(Map<String, String> environment, Path folder) throws HostProblem {
    String said = environment.getOrDefault(VARIABLE, "");
    return parse(said.startsWith("@") ? text(folder.resolve(said.substring(1))) : said);
  }

  /** Lines that are empty or start with {@code #} say nothing. */
  static Scenario parse(String text) throws HostProblem {
    List<Rule> rules = new ArrayList<>();
    for (MatchResult found : RULE.matcher(text).results().toList()) {
      String rule = found.group().strip();
      if (!rule.isEmpty() && !rule.startsWith("#")) {
        rules.add(new RuleReader(rule).rule());
      }
    }
    return new Scenario(rules);
  }

  private static String text(Path file) throws HostProblem {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new HostProblem(
          ScenarioCodes.WRONG, "The scenario `" + file + "` cannot be read.", unreadable);
    }
  }

  /** How long a call takes. */
  private Optional<Duration> takes(Op op) {
    return rules.stream()
        .filter(rule -> rule.takes().isPresent() && rule.isAbout(op))
        .findFirst()
        .flatMap(Rule::takes);
  }

  @Override
  public Effect next(Op op) {
    return new Effect(takes(op), fate(op));
  }

  /** How a call ends; nothing where it goes well. */
  private Optional<Fate> fate(Op op) {
    return rules.stream()
        .filter(rule -> rule.fate().isPresent() && rule.isAbout(op))
        .findFirst()
        .flatMap(Rule::fate);
  }
}
