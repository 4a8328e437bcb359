package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.Evaluator;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.engine.apply.ApplyReport.Result;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.ledger.HistoryEntry;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.Summary;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The door of applying: carries out just the ops of a plan.
 *
 * <p>First it makes sure that the world is as the plan relies on; where it is not, nothing is
 * changed. The run stops when the connections' {@link Cancel} is asked: nothing new starts, but for
 * what takes back what was begun.
 */
public final class Applier {
  private Applier() {}

  public static ApplyReport apply(
      Plan plan,
      Kinds kinds,
      Connections connections,
      Ledger ledger,
      ApplyOptions options,
      ApplyListener listener) {
    World world = new World(connections.surroundings().secrets(), plan.objects());
    List<Diagnostic> stale;
    try {
      stale = new Freshness(plan, connections, world, options.origins()).problems();
    } catch (UnreadProblem unread) {
      HostProblem problem = unread.problem();
      Diagnostic why =
          options
              .origins()
              .placed(
                  unread.host(),
                  Diagnostic.without(problem.code(), String.valueOf(problem.getMessage())));
      return new ApplyReport(Result.FAILED, List.of(), new TreeMap<>(), List.of(why));
    }
    if (!stale.isEmpty()) {
      return new ApplyReport(Result.STALE, List.of(), new TreeMap<>(), stale);
    }
    Set<Ref> made;
    try {
      Claims.note(plan, ledger);
      made = Set.copyOf(ledger.recorded().facts().made().values());
    } catch (IOException failed) {
      Diagnostic why =
          Diagnostic.without(ApplyCodes.JOURNAL, "Nothing was begun: " + failed.getMessage() + ".");
      return new ApplyReport(Result.FAILED, List.of(), new TreeMap<>(), List.of(why));
    }
    Queue<Diagnostic> warned = new ConcurrentLinkedQueue<>();
    try (TimeLimits limits = new TimeLimits()) {
      ApplyListener keeping = keeping(warned, oneAtATime(listener));
      return run(
              session(plan, kinds, connections, ledger, options, keeping, world, limits, made),
              kinds)
          .warning(List.copyOf(warned));
    }
  }

  /** Notes what the ledger alone can keep of resources that need no change. */
  public static void noteSteady(Plan plan, Ledger ledger) throws IOException {
    Claims.triggers(plan, ledger);
  }

  private static ApplyListener keeping(Queue<Diagnostic> warned, ApplyListener listener) {
    return event -> {
      if (event instanceof ApplyEvent.Warned(var ignored, Diagnostic what)) {
        warned.add(what);
      }
      listener.on(event);
    };
  }

  private static Session session(
      Plan plan,
      Kinds kinds,
      Connections connections,
      Ledger ledger,
      ApplyOptions options,
      ApplyListener listener,
      World world,
      TimeLimits limits,
      Set<Ref> made) {
    Evaluator evaluator = connections.evaluator();
    Stop halt = new Stop();
    connections.surroundings().cancel().onAsk(halt::ask);
    return new Session(
        plan,
        connections,
        ledger,
        options,
        listener,
        world,
        new Arguments(evaluator, world, kinds),
        new LaterValues(plan, kinds, evaluator),
        new LaterConditions(plan, evaluator, world, new Untold(world, kinds)),
        limits,
        halt,
        new HostReach(kinds, evaluator, world),
        Session.hosts(plan),
        Session.changes(plan),
        Session.takingAway(plan),
        made);
  }

  private static ApplyReport run(Session session, Kinds kinds) {
    WalkOutcome walk = new Walk(session).run();
    List<Diagnostic> diagnostics = new ArrayList<>(walk.diagnostics());
    Result result = walk.result();
    if (result == Result.INTERRUPTED) {
      diagnostics.add(
          Diagnostic.without(ApplyCodes.INTERRUPTED, "What was begun has ended.")
              .note("Run apply again to carry on."));
    }
    if (result == Result.DONE) {
      diagnostics.addAll(session.conditions().atTheEnd());
      result = diagnostics.isEmpty() ? result : Result.FAILED;
    }
    boolean complete = walk.result() == Result.DONE;
    remember(session, complete, result, diagnostics);
    Environment known = complete ? new Untold(session.world(), kinds) : session.world();
    return new ApplyReport(
        result, walk.changes(), new FinalOutputs(session, known).all(), diagnostics);
  }

  private static void remember(
      Session session, boolean complete, Result result, List<Diagnostic> diagnostics) {
    ApplyOptions options = session.options();
    try {
      if (complete) {
        Claims.settle(session.plan(), session.ledger());
      }
      session
          .ledger()
          .put(
              new HistoryEntry(
                  options.run(),
                  options.clock().instant(),
                  result.name().toLowerCase(Locale.ROOT),
                  Summary.of(session.plan()).counts(),
                  session.plan().guarded(),
                  options.program()));
    } catch (IOException failed) {
      diagnostics.add(
          Diagnostic.without(
              ApplyCodes.JOURNAL, "The history was not written: " + failed.getMessage() + "."));
    }
  }

  private static ApplyListener oneAtATime(ApplyListener listener) {
    Lock lock = new ReentrantLock();
    return event -> {
      lock.lock();
      try {
        listener.on(event);
      } finally {
        lock.unlock();
      }
    };
  }
}
