package dev.dvl.engine.plan;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.ValueText;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a host has beside the new objects while sets are on their way that go back as a whole: the
 * old ones, all of them until the last new one is good.
 *
 * @param sets the declarations they are of, as {@code web[*]}
 * @param objects how many old ones there are
 * @param running how many of them go on running
 * @param amounts the sizes that those that run may use at most, by what the host has: {@code
 *     memory}
 * @param unlimited how many of those that run have no such limit
 */
public record HeldTwice(
    Address host,
    List<String> sets,
    int objects,
    int running,
    SortedMap<String, Value> amounts,
    int unlimited) {

  public HeldTwice {
    sets = List.copyOf(sets);
    amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
  }

  /** The same for people. */
  public String sentence() {
    String names = sets.stream().map(it -> "`" + it + "`").collect(Collectors.joining(" and "));
    return "Until all of %s are good, `%s` keeps %d old ones as well: %s."
        .formatted(names, host, objects, how());
  }

  private String how() {
    if (running == 0) {
      return "they are stopped, and what they have written stays on its disk";
    }
    String all = running == objects ? "they run on" : running + " of them run on";
    if (amounts.isEmpty()) {
      return all + ", without a limit";
    }
    String twice =
        amounts.entrySet().stream()
            .map(it -> ValueText.of(it.getValue()) + " of " + it.getKey())
            .collect(Collectors.joining(" and "));
    return all + " and may use " + twice + (unlimited == 0 ? "" : ", some without a limit");
  }
}
