package dev.dvl.sandbox.scenario;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.input.Selector;
import dev.dvl.engine.provider.HostProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Faults that are ordered one after another, each for a number of calls. For each call the first
 * fault counts that is about it and not used up. Safe for many threads.
 */
public final class OrderedFaults implements Script {
  private final List<Counted> faults = new ArrayList<>();

  /** A fault that was ordered. */
  public interface Ordered {
    /** Whether a call has met it. */
    boolean isMet();
  }

  private final class Counted implements Ordered {
    private final Rule rule;
    private long left;
    private boolean met;

    Counted(Rule rule, long left) {
      this.rule = rule;
      this.left = left;
    }

    @Override
    public boolean isMet() {
      synchronized (OrderedFaults.this) {
        return met;
      }
    }
  }

  /**
   * Orders a fault.
   *
   * @param call as scenarios write it: {@code container.start}, {@code *.make}
   * @param on the resources it is about; left out, all
   * @param times for how many calls
   * @throws HostProblem where the sandbox has no such call
   */
  public synchronized Ordered order(
      String call,
      Optional<List<Address>> on,
      Optional<Duration> takes,
      Optional<Fate> fate,
      long times)
      throws HostProblem {
    Optional<String> problem = CallPattern.problem(call);
    if (problem.isPresent()) {
      String similar = CallPattern.similar(call).map(it -> " " + it).orElse("");
      throw new HostProblem(
          ScenarioCodes.WRONG, "Of `" + call + "`: " + problem.get() + "." + similar);
    }
    Optional<List<Selector>> at = on.map(all -> all.stream().map(Selector::new).toList());
    Counted fault = new Counted(new Rule(CallPattern.of(call), at, takes, fate), times);
    faults.add(fault);
    return fault;
  }

  @Override
  public synchronized Effect next(Op op) {
    for (Counted fault : faults) {
      if (fault.left > 0 && fault.rule.isAbout(op)) {
        fault.left--;
        fault.met = true;
        return new Effect(fault.rule.takes(), fault.rule.fate());
      }
    }
    return Effect.NONE;
  }
}
