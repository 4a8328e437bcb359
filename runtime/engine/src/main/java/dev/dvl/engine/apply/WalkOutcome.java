package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.apply.ApplyReport.ChangeResult;
import dev.dvl.engine.apply.ApplyReport.Ended;
import dev.dvl.engine.apply.ApplyReport.Extent;
import dev.dvl.engine.apply.Schedule.State;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.PlannedChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What came of a walk.
 *
 * @param schedule how each op ended
 * @param failures what to say of those that failed
 * @param changing the ops that changed something, or may have
 */
record WalkOutcome(
    Session session,
    List<Op> ops,
    Schedule schedule,
    Map<Integer, Diagnostic> failures,
    Set<Integer> changing) {
  private static final int MOST_NAMED = 10;

  WalkOutcome(
      Session session,
      Schedule schedule,
      Map<Integer, Diagnostic> failures,
      Set<Integer> changing) {
    this(session, session.plan().ops(), schedule, failures, changing);
  }

  /** What failed, each with the resources that were skipped because of it. */
  List<Diagnostic> diagnostics() {
    Map<Integer, SortedSet<String>> skippedBy = new HashMap<>();
    for (int i = 0; i < ops.size(); i++) {
      if (schedule.state(i) == State.SKIPPED && schedule.cause(i) != i) {
        String address = "`" + ops.get(i).change() + "`";
        skippedBy.computeIfAbsent(schedule.cause(i), ignored -> new TreeSet<>()).add(address);
      }
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    failures.forEach(
        (index, why) -> {
          SortedSet<String> because = skippedBy.getOrDefault(index, new TreeSet<>());
          because.remove("`" + ops.get(index).change() + "`");
          diagnostics.add(
              because.isEmpty() ? why : why.note("Skipped because of it: " + few(because) + "."));
        });
    return diagnostics;
  }

  private static String few(SortedSet<String> names) {
    String first = String.join(", ", names.stream().limit(MOST_NAMED).toList());
    int more = names.size() - MOST_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  ApplyReport.Result result() {
    if (!failures.isEmpty()) {
      return ApplyReport.Result.FAILED;
    }
    boolean left =
        changes().stream()
            .filter(change -> change.action() != Action.CONDITIONAL)
            .anyMatch(change -> change.ended() != Ended.DONE);
    return left ? ApplyReport.Result.INTERRUPTED : ApplyReport.Result.DONE;
  }

  /** How each change of the plan ended. */
  List<ChangeResult> changes() {
    Map<PlannedChange, Ended> ended = new LinkedHashMap<>();
    for (PlannedChange change : session.plan().changes()) {
      ended.put(change, carriedOut(change.action()) ? Ended.DONE : Ended.SKIPPED);
    }
    Map<PlannedChange, List<Integer>> parts = new HashMap<>();
    for (int i = 0; i < ops.size(); i++) {
      PlannedChange change = session.changes().get(ops.get(i).id());
      if (change != null) {
        parts.computeIfAbsent(change, ignored -> new ArrayList<>()).add(i);
        if (!ops.get(i).undoes()) {
          ended.merge(change, ended(schedule.state(i)), WalkOutcome::worse);
        }
      }
    }
    List<ChangeResult> results = new ArrayList<>();
    ended.forEach(
        (change, how) ->
            results.add(
                new ChangeResult(
                    change.address(),
                    change.action(),
                    how,
                    how == Ended.DONE
                        ? Extent.ALL
                        : extent(parts.getOrDefault(change, List.of())))));
    return results;
  }

  /** Of a change that did not come to its end: what was begun, and whether all of it went back. */
  private Extent extent(List<Integer> parts) {
    if (parts.stream().noneMatch(op -> changing.contains(op) && !ops.get(op).undoes())) {
      return Extent.NOTHING;
    }
    List<State> back =
        parts.stream()
            .filter(op -> ops.get(op).undoes())
            .map(schedule::state)
            .filter(state -> state != State.DROPPED)
            .toList();
    boolean all = back.stream().allMatch(state -> state == State.DONE);
    return !back.isEmpty() && all ? Extent.TAKEN_BACK : Extent.PART;
  }

  private static boolean carriedOut(Action action) {
    return switch (action) {
      case CREATE, UPDATE, REPLACE, REPLACE_START_FIRST, DESTROY, ADOPT, MOVE, FORGET -> true;
      case CONDITIONAL, UNDECIDED -> false;
    };
  }

  private static Ended ended(State state) {
    return switch (state) {
      case DONE, DROPPED -> Ended.DONE;
      case FAILED -> Ended.FAILED;
      case SKIPPED, WAITING, READY, STARTED -> Ended.SKIPPED;
    };
  }

  /** A change of which any op failed has failed, whatever was skipped after it. */
  private static Ended worse(Ended one, Ended other) {
    if (one == Ended.FAILED || other == Ended.FAILED) {
      return Ended.FAILED;
    }
    return one == Ended.SKIPPED ? one : other;
  }

  /** The changes that were not carried out, or not to their end, each with the reason. */
  List<ApplyEvent.Skipped> skipped() {
    Map<Address, String> reasons = failed();
    return changes().stream()
        .filter(change -> change.ended() == Ended.SKIPPED)
        .map(change -> skipped(change, reasons.get(change.address())))
        .distinct()
        .sorted(Comparator.comparing(ApplyEvent.Skipped::address))
        .toList();
  }

  private static ApplyEvent.Skipped skipped(ChangeResult change, @Nullable String failed) {
    String otherwise =
        change.action() == Action.CONDITIONAL
            ? "the next plan sees whether it differs now"
            : "the run was stopped";
    return new ApplyEvent.Skipped(
        change.address(), failed == null ? otherwise : failed, change.extent() == Extent.PART);
  }

  /** Because of whose failure something was skipped. */
  private Map<Address, String> failed() {
    Map<Address, String> found = new HashMap<>();
    for (int i = 0; i < ops.size(); i++) {
      int cause = schedule.cause(i);
      if (schedule.state(i) == State.SKIPPED && schedule.state(cause) == State.FAILED) {
        found.put(ops.get(i).change(), "`" + ops.get(cause).change() + "` failed");
      }
    }
    return found;
  }
}
