package dev.dvl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.HalfWay.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The table of half-way failures in a page, between two comments that name a platform. With {@code
 * -Ddvl.goldens=write} it is written.
 *
 * @param page the page
 * @param platform whose rows these are
 */
public record HalfWayTable(Path page, String platform) {
  private static final String HEAD =
      """
      | change, and its calls | the call that fails | what is left | what the next run does |
      |---|---|---|---|
      """;

  /** Holds that the page has just what came of all trials. */
  public void assertIs(List<Trial> trials) throws IOException {
    String rows = String.join("", rows(trials));
    if ("write".equals(System.getProperty("dvl.goldens"))) {
      Files.writeString(page, before() + HEAD + rows + "\n" + after());
    }
    assertThat(body()).isEqualTo(HEAD + rows + "\n");
  }

  /** Holds that the page has what came of some of them. */
  public void assertHas(List<Trial> trials) throws IOException {
    assertThat(body()).contains(rows(trials));
  }

  /** One row for all calls of a change after which the same is left. */
  private static List<String> rows(List<Trial> trials) {
    Map<String, Map<List<String>, List<Trial>>> changes = new TreeMap<>();
    for (Trial trial : trials) {
      changes
          .computeIfAbsent(trial.change(), change -> new LinkedHashMap<>())
          .computeIfAbsent(List.of(trial.left(), trial.next()), left -> new ArrayList<>())
          .add(trial);
    }
    List<String> rows = new ArrayList<>();
    changes.forEach(
        (change, byLeft) ->
            byLeft.forEach(
                (left, some) ->
                    rows.add(
                        "| %s | %s | %s | %s |\n"
                            .formatted(change, calls(some), left.getFirst(), left.getLast()))));
    return rows;
  }

  /** A call that fails alike on both sides of its effect is named alone. */
  private static String calls(List<Trial> trials) {
    Map<String, Set<String>> whens = new LinkedHashMap<>();
    trials.forEach(
        trial ->
            whens.computeIfAbsent(trial.call(), call -> new LinkedHashSet<>()).add(trial.when()));
    return whens.entrySet().stream()
        .map(
            it ->
                it.getValue().size() > 1
                    ? "`" + it.getKey() + "`"
                    : "`" + it.getKey() + "` " + String.join(" ", it.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String body() throws IOException {
    String text = Files.readString(page);
    return text.substring(before().length(), text.length() - after().length());
  }

  private String before() throws IOException {
    String text = Files.readString(page);
    String mark = "<!-- half-way: " + platform + " -->\n\n";
    return text.substring(0, at(text, mark) + mark.length());
  }

  private String after() throws IOException {
    String text = Files.readString(page);
    return text.substring(text.indexOf("<!-- end -->", before().length()));
  }

  private static int at(String text, String mark) {
    int at = text.indexOf(mark);
    assertThat(at).as(mark).isNotNegative();
    return at;
  }
}
