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
import java.util.stream.Collectors;
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
    Map<Integer, SortedSet<String>> backBy = new HashMap<>();
    Set<Address> back = takenBack();
    for (int i = 0; i < ops.size(); i++) {
      if (schedule.state(i) == State.SKIPPED && schedule.cause(i) != i) {
        Address address = ops.get(i).change();
        (back.contains(address) ? backBy : skippedBy)
            .computeIfAbsent(schedule.cause(i), ignored -> new TreeSet<>())
            .add("`" + address + "`");
      }
    }
    return Alike.of(failures, ops).stream().map(it -> told(it, skippedBy, backBy)).toList();
  }

  private Diagnostic told(
      Alike failed,
      Map<Integer, SortedSet<String>> skippedBy,
      Map<Integer, SortedSet<String>> backBy) {
    SortedSet<String> own = named(failed.ops());
    SortedSet<String> because = all(failed.ops(), skippedBy, own);
    SortedSet<String> gone = all(failed.ops(), backBy, own);
    own.removeAll(named(List.of(failed.told())));
    Diagnostic told = noted(failed.why(), "The same goes for " + own.size() + " more: ", own);
    told = noted(told, "Taken back because of it: ", gone);
    return noted(told, "Skipped because of it: ", because);
  }

  private SortedSet<String> named(List<Integer> failed) {
    SortedSet<String> names = new TreeSet<>();
    failed.forEach(index -> names.add("`" + ops.get(index).change() + "`"));
    return names;
  }

  private static SortedSet<String> all(
      List<Integer> failed, Map<Integer, SortedSet<String>> by, Set<String> own) {
    SortedSet<String> all = new TreeSet<>();
    failed.forEach(index -> all.addAll(by.getOrDefault(index, new TreeSet<>())));
    all.removeAll(own);
    return all;
  }

  private static Diagnostic noted(Diagnostic why, String says, SortedSet<String> names) {
    return names.isEmpty() ? why : why.note(says + few(names) + ".");
  }

  private Set<Address> takenBack() {
    return changes().stream()
        .filter(change -> change.extent() == Extent.TAKEN_BACK)
        .map(ChangeResult::address)
        .collect(Collectors.toSet());
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
            .filter(change -> carriedOut(change.action()))
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
        (change, how) -> results.add(result(change, how, parts.getOrDefault(change, List.of()))));
    return results;
  }

  private ChangeResult result(PlannedChange change, Ended how, List<Integer> parts) {
    if (how == Ended.DONE) {
      return new ChangeResult(change.address(), change.action(), how, Extent.ALL, List.of());
    }
    Remains remains = new Remains(ops, schedule, changing, parts);
    List<String> left = remains.left().stream().map(Op::call).distinct().toList();
    return new ChangeResult(change.address(), change.action(), how, remains.extent(), left);
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
        carriedOut(change.action())
            ? "the run was stopped"
            : "the next plan sees whether it differs now";
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
