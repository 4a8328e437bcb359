package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.apply.ApplyReport.ChangeResult;
import dev.dvl.engine.apply.ApplyReport.Ended;
import dev.dvl.engine.apply.Schedule.State;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.provider.Cancel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Walks the graph of ops: each on a virtual thread of its own as soon as its needs are met, as many
 * at a time on a host as allowed, and never two under one lock.
 *
 * <p>Once the run is to stop, nothing starts but what takes back a half-made change, and that is
 * asked by nobody to stop: only its time limit ends it.
 */
final class Walk {
  private static final int MOST_NAMED = 10;

  private record Ending(int index, OpCall.Result result) {}

  private final Session session;
  private final List<Op> ops;
  private final Schedule schedule;
  private final OpCall call;
  private final NamedLocks locks = new NamedLocks();
  private final Map<Address, Semaphore> places = new HashMap<>();
  private final BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();
  private final Map<Integer, Diagnostic> failures = new LinkedHashMap<>();

  Walk(Session session) {
    this.session = session;
    this.ops = session.plan().ops();
    this.schedule = new Schedule(ops);
    this.call = new OpCall(session);
    session
        .plan()
        .hosts()
        .forEach(
            host -> places.put(host.address(), new Semaphore(atOnce(host, session.options()))));
  }

  /** What the user asked for, else what the host block says. */
  private static int atOnce(HostInstance host, ApplyOptions options) {
    int most =
        host.values().get("parallelism") instanceof Value.Int(long number)
            ? Math.toIntExact(number)
            : ApplyOptions.DEFAULT_PARALLELISM;
    return options.parallelism().orElse(most);
  }

  void run() {
    schedule.start().forEach(this::start);
    while (!schedule.isOver()) {
      Ending ending = next();
      ending
          .result()
          .why()
          .ifPresent(why -> failures.put(ending.index(), placed(ending.index(), why)));
      schedule.end(ending.index(), ending.result().state()).forEach(this::start);
    }
    skipped().forEach(this::tell);
  }

  private Diagnostic placed(int index, Diagnostic why) {
    return session.options().origins().placed(ops.get(index).change(), why);
  }

  private void start(int index) {
    Thread.ofVirtual()
        .name("op-" + ops.get(index).id())
        .start(() -> endings.add(new Ending(index, make(index))));
  }

  private OpCall.Result make(int index) {
    Op op = ops.get(index);
    Semaphore place = java.util.Objects.requireNonNull(places.get(op.host()));
    try (NamedLocks.Held _ = locks.take(op.locks())) {
      place.acquireUninterruptibly();
      try {
        Cancel cancel = schedule.takesBack(index) ? Cancel.NEVER : session.stop();
        return cancel.asked()
            ? new OpCall.Result(State.SKIPPED, Optional.empty())
            : call.make(op, cancel);
      } finally {
        place.release();
      }
    } catch (RuntimeException | Error bug) { // a thread that dies silently would never be heard of
      return OpCall.Result.failed(OpCall.about(op, ApplyCodes.BUG, String.valueOf(bug)));
    }
  }

  private Ending next() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return endings.take();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
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

  List<ChangeResult> changes() {
    Map<PlannedChange, Ended> ended = new LinkedHashMap<>();
    for (PlannedChange change : session.plan().changes()) {
      ended.put(change, carriedOut(change.action()) ? Ended.DONE : Ended.SKIPPED);
    }
    for (int i = 0; i < ops.size(); i++) {
      PlannedChange change = session.changes().get(ops.get(i).id());
      if (change != null && !schedule.takesBack(i)) {
        ended.merge(change, ended(schedule.state(i)), Walk::worse);
      }
    }
    List<ChangeResult> results = new ArrayList<>();
    ended.forEach(
        (change, how) -> results.add(new ChangeResult(change.address(), change.action(), how)));
    return results;
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
      case SKIPPED, WAITING, STARTED -> Ended.SKIPPED;
    };
  }

  /** A change of which any op failed has failed, whatever was skipped after it. */
  private static Ended worse(Ended one, Ended other) {
    if (one == Ended.FAILED || other == Ended.FAILED) {
      return Ended.FAILED;
    }
    return one == Ended.SKIPPED ? one : other;
  }

  private Map<Address, String> skipped() {
    Map<Address, String> found = new TreeMap<>();
    for (ChangeResult change : changes()) {
      if (change.ended() == Ended.SKIPPED) {
        boolean later = change.action() == Action.CONDITIONAL;
        found.put(
            change.address(),
            later ? "the next plan sees whether it differs now" : "the run was stopped");
      }
    }
    for (int i = 0; i < ops.size(); i++) {
      Address address = ops.get(i).change();
      boolean failure = schedule.state(schedule.cause(i)) == State.FAILED;
      if (schedule.state(i) == State.SKIPPED && failure) {
        String because = "`" + ops.get(schedule.cause(i)).change() + "` failed";
        found.computeIfPresent(address, (ignored, before) -> because);
      }
    }
    return found;
  }

  private void tell(Address address, String because) {
    session.listener().on(new ApplyEvent.Skipped(address, because));
  }
}
