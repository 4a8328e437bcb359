package dev.dvl.contract.spelling;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.apply.ApplyListener;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds spellings to a law on a real platform: what is accepted can be applied, and plans empty
 * then; what cannot come to that is refused before anything is done. Those that go together are
 * tried in one program.
 */
public final class SpellingRun {
  private final Bench bench;
  private final String header;
  private final Predicate<String> unknowable;
  private final List<List<Spelled>> rounds = new ArrayList<>();
  private final Map<String, String> faults = new TreeMap<>();
  private int refused;

  /**
   * @param header what stands in each program before the spellings, and is itself at rest
   * @param unknowable the titles of those that may fail when they are applied, because they name
   *     what neither the program nor a list of the platform tells of
   */
  public SpellingRun(Bench bench, String header, Predicate<String> unknowable) {
    this.bench = bench;
    this.header = header;
    this.unknowable = unknowable;
  }

  /** What each spelling that does not come to rest does, by its title. */
  public Map<String, String> faults(List<Spelled> spellings) throws IOException {
    for (Spelled it : spellings) {
      if (bench.checked(header + it.text()).hasErrors()) {
        refused++;
      } else {
        place(it);
      }
    }
    for (List<Spelled> round : rounds) {
      run(round);
    }
    return Map.copyOf(faults);
  }

  /** How many were refused before anything was done. */
  public int refused() {
    return refused;
  }

  /** In the first round in which it does not clash with another one. */
  private void place(Spelled spelled) {
    for (List<Spelled> round : rounds) {
      List<Spelled> with = new ArrayList<>(round);
      with.add(spelled);
      if (!bench.checked(program(with)).hasErrors()) {
        round.add(spelled);
        return;
      }
    }
    rounds.add(new ArrayList<>(List.of(spelled)));
  }

  private String program(List<Spelled> round) {
    return header + round.stream().map(Spelled::text).collect(Collectors.joining());
  }

  private void run(List<Spelled> all) throws IOException {
    List<Spelled> round = new ArrayList<>(all);
    Plan plan = accepted(round);
    Map<Address, String> failed = new ConcurrentHashMap<>();
    bench.listener(
        event -> {
          if (event instanceof ApplyEvent.Failed(var op, Diagnostic why, var ignored)) {
            failed.put(op.change(), op.id() + ": " + why.notes());
          }
        });
    try {
      ApplyReport report = bench.apply(plan);
      report.changes().stream()
          .filter(it -> it.ended() != ApplyReport.Ended.DONE)
          .forEach(it -> failed.putIfAbsent(it.address(), it.action() + " " + it.ended()));
      Map<Address, String> shown = shown(bench.plan(program(round)));
      for (Spelled it : round) {
        Address address = Address.of(it.name());
        if (failed.containsKey(address) && unknowable.test(it.title())) {
          continue;
        }
        if (failed.containsKey(address)) {
          faults.put(it.title(), "accepted, and fails: " + failed.get(address));
        } else if (shown.containsKey(address)) {
          faults.put(it.title(), "never comes to rest: " + shown.get(address));
        }
      }
      if (report.result() != ApplyReport.Result.DONE && failed.isEmpty()) {
        faults.put("apply", report.result() + " " + report.diagnostics());
      }
    } finally {
      bench.listener(ApplyListener.NONE);
      bench.apply(bench.planDestroy(program(round)));
    }
  }

  /** The plan of those that planning accepts; the others leave the round. */
  private Plan accepted(List<Spelled> round) throws IOException {
    while (true) {
      String program = program(round);
      Outcome<Plan> plan = bench.planOutcome(program);
      List<Diagnostic> errors = plan.diagnostics().stream().filter(Diagnostic::isError).toList();
      if (errors.isEmpty()) {
        return plan.value();
      }
      int before = round.size();
      round.removeIf(it -> errors.stream().anyMatch(error -> isAbout(error, it, program)));
      refused += before - round.size();
      if (round.size() == before) {
        throw new AssertionError("planning refuses what no spelling says: " + errors);
      }
    }
  }

  private static boolean isAbout(Diagnostic error, Spelled spelled, String program) {
    int start = program.indexOf(spelled.text());
    return error
        .primary()
        .filter(
            it -> it.span().start() >= start && it.span().start() < start + spelled.text().length())
        .isPresent();
  }

  private static Map<Address, String> shown(Plan plan) {
    Map<Address, String> shown = new LinkedHashMap<>();
    for (PlannedChange change : plan.changes()) {
      shown.put(
          change.address(),
          change.action()
              + " "
              + change.fields().stream()
                  .map(it -> it.path() + ": " + it.before() + " -> " + it.after())
                  .toList());
    }
    return shown;
  }
}
