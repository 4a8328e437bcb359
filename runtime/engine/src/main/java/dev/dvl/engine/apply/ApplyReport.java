package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What came of an apply.
 *
 * @param changes how each change of the plan ended, in the plan's order
 * @param outputs of the program, as far as they are known; secret ones are in memory only
 */
public record ApplyReport(
    Result result,
    List<ChangeResult> changes,
    SortedMap<String, Output> outputs,
    List<Diagnostic> diagnostics) {

  public ApplyReport {
    changes = List.copyOf(changes);
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    diagnostics = List.copyOf(diagnostics);
  }

  /** How the run as a whole ended, with the exit code that says so. */
  public enum Result {
    DONE(0),
    FAILED(1),
    /** The world is not as it was when the plan was made; nothing was changed. */
    STALE(6),
    INTERRUPTED(130);

    private final int exitCode;

    Result(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  /**
   * How one change ended.
   *
   * @param left the calls whose effect is left of one that did not come to its end
   */
  public record ChangeResult(
      Address address, Action action, Ended ended, Extent extent, List<String> left) {
    public ChangeResult {
      left = List.copyOf(left);
    }
  }

  /** What became of a change. */
  public enum Ended {
    DONE,
    FAILED,
    SKIPPED
  }

  /** How much of a change there is. */
  public enum Extent {
    /** Nothing was changed for it. */
    NOTHING,
    /** What was changed was taken back. */
    TAKEN_BACK,
    /** It was begun, and not brought to its end. */
    PART,
    ALL
  }

  /** An output of the program and whether it must not be shown. */
  public record Output(Value value, boolean secret) {}

  /** The same, with what platforms said although all went well. */
  ApplyReport warning(List<Diagnostic> warned) {
    List<Diagnostic> all = Stream.concat(diagnostics.stream(), warned.stream()).toList();
    return new ApplyReport(result, changes, outputs, all);
  }

  /** What came of this run and of one that went on with what this one could not decide yet. */
  public ApplyReport and(ApplyReport next) {
    return new ApplyReport(
        next.result(),
        Stream.concat(
                changes.stream().filter(change -> change.action() != Action.UNDECIDED),
                next.changes.stream())
            .toList(),
        next.outputs(),
        Stream.concat(diagnostics.stream(), next.diagnostics.stream()).toList());
  }

  /** Whether all went well, and there is more to decide now that hosts answer. */
  public boolean hasMoreToDecide() {
    return result == Result.DONE
        && changes.stream().anyMatch(change -> change.action() == Action.UNDECIDED);
  }

  /** How many changes ended so, by the words of actions. */
  public Map<String, Long> count(Ended ended) {
    return count(change -> change.ended() == ended);
  }

  /** How many changes there are of those, by the words of actions. */
  public Map<String, Long> count(Predicate<ChangeResult> of) {
    Map<String, Long> counts = new TreeMap<>();
    changes.stream()
        .filter(of)
        .forEach(change -> counts.merge(change.action().word(), 1L, Long::sum));
    return counts;
  }
}
