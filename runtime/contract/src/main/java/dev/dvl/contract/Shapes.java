package dev.dvl.contract;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.plan.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds among many changes one for each list of calls: those of one list fail alike.
 *
 * @param header what all programs begin with
 */
public record Shapes(Bench bench, String header) {

  /**
   * The changes, by what they consist of; those that the platform cannot make are passed over.
   *
   * @param runs changes of different resources each, planned side by side
   */
  public Map<String, Changing> among(List<List<Changing>> runs) throws IOException {
    Map<String, Changing> found = new TreeMap<>();
    for (List<Changing> run : runs) {
      bench.apply(bench.plan(program(run, Changing::before)));
      Plan plan = bench.plan(program(run, Changing::after));
      for (Changing changing : run) {
        if (changes(plan, changing)) {
          found.putIfAbsent(CallsOf.of(plan, Address.of(changing.name())), changing);
        }
      }
      bench.apply(bench.planDestroy(header));
    }
    return found;
  }

  /** Lets every call of each of them fail. */
  public List<HalfWay.Trial> tried(HalfWay halfWay, Iterable<Changing> changes) throws Exception {
    List<HalfWay.Trial> trials = new ArrayList<>();
    for (Changing changing : changes) {
      trials.addAll(halfWay.between(header + changing.before(), header + changing.after()));
      bench.apply(bench.planDestroy(header));
    }
    return trials;
  }

  private String program(List<Changing> run, Function<Changing, String> text) {
    return header + run.stream().map(text).collect(Collectors.joining("\n"));
  }

  private static boolean changes(Plan plan, Changing changing) {
    return plan.changes().stream()
        .filter(change -> change.address().toString().equals(changing.name()))
        .anyMatch(change -> change.action() != Action.CREATE && change.action() != Action.DESTROY);
  }
}
