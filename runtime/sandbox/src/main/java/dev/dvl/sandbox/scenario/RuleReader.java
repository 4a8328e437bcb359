package dev.dvl.sandbox.scenario;

import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.eval.QuantityText;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.engine.plan.input.Selector;
import dev.dvl.engine.provider.HostProblem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one rule: {@code CALL [ADDRESS] [takes TIME] [fails ["WHY"] | cut]}. */
final class RuleReader {
  private static final String TAKES = "takes";
  private static final String FAILS = "fails";
  private static final String CUT = "cut";
  private static final List<String> EFFECTS = List.of(TAKES, FAILS, CUT);
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

  private final String text;
  private final Deque<String> words = new ArrayDeque<>();
  private Optional<Duration> takes = Optional.empty();
  private Optional<Fate> fate = Optional.empty();

  RuleReader(String text) {
    this.text = text;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
  }

  /** The rule; what is wrong with it is said in the words of whoever wrote it. */
  Rule rule() throws HostProblem {
    CallPattern calls = calls(words.remove());
    Optional<List<Selector>> at = at().map(List::of);
    if (words.isEmpty()) {
      throw wrong("it does not say what happens: `takes 8s`, `fails`, `fails \"why\"` or `cut`");
    }
    while (!words.isEmpty()) {
      effect(words.remove());
    }
    return new Rule(calls, at, takes, fate);
  }

  private CallPattern calls(String word) throws HostProblem {
    Optional<String> problem = CallPattern.problem(word);
    if (problem.isPresent()) {
      throw wrong(problem.get(), CallPattern.similar(word).map(it -> " " + it).orElse(""));
    }
    return CallPattern.of(word);
  }

  private Optional<Selector> at() throws HostProblem {
    if (words.isEmpty() || EFFECTS.contains(words.peek())) {
      return Optional.empty();
    }
    String word = words.remove();
    Optional<Address> address = Address.parse(word);
    if (address.isEmpty()) {
      throw wrong("`" + word + "` is no address: addresses look like `web` or `app[0]`");
    }
    return address.map(Selector::new);
  }

  private void effect(String word) throws HostProblem {
    switch (word) {
      case TAKES -> takes = Optional.of(time(words.isEmpty() ? "" : words.remove()));
      case FAILS -> fate = Optional.of(new Fate.Fails(why()));
      case CUT -> fate = Optional.of(new Fate.Cut());
      default ->
          throw wrong("`" + word + "` is nothing that happens", similar("a word", word, EFFECTS));
    }
  }

  private Duration time(String word) throws HostProblem {
    return QuantityText.read(Dimension.DURATION, word)
        .filter(time -> time.amount() >= 0)
        .map(time -> Duration.ofNanos(time.amount()))
        .orElseThrow(() -> wrong("after `takes` stands a time, such as `8s` or `1.5s`"));
  }

  private String why() {
    boolean said = !words.isEmpty() && words.element().startsWith("\"");
    return said ? words.remove().replace("\"", "") : "The scenario says so";
  }

  private static String similar(String what, String written, List<String> candidates) {
    return Spelling.note(what, written, candidates).map(note -> " " + note).orElse("");
  }

  private HostProblem wrong(String what) {
    return wrong(what, "");
  }

  private HostProblem wrong(String what, String similar) {
    return new HostProblem(
        ScenarioCodes.WRONG,
        "In `" + text + "` of " + Scenario.VARIABLE + " " + what + "." + similar);
  }
}
