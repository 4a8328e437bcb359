package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.Cancel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Walks the graph of ops: each on a virtual thread of its own when it is its {@link Turns turn}.
 *
 * <p>Once the run is to stop, nothing starts but what takes back a half-made change, and that is
 * asked by nobody to stop: only its time limit ends it.
 */
final class Walk {
  private record Ending(int index, OpCall.Result result) {}

  private final Session session;
  private final List<Op> ops;
  private final Turns turns;
  private final Schedule schedule;
  private final OpCall call;
  private final BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();
  private final Map<Integer, Diagnostic> failures = new LinkedHashMap<>();
  private final Set<Integer> changing = new HashSet<>();
  private final Set<Integer> queued = new HashSet<>();

  Walk(Session session) {
    this.session = session;
    this.ops = session.plan().ops();
    this.turns = new Turns(ops, most(session));
    this.schedule = turns.schedule();
    this.call = new OpCall(session);
  }

  private static Map<Address, Integer> most(Session session) {
    Map<Address, Integer> most = new HashMap<>();
    session.plan().hosts().forEach(host -> most.put(host.address(), most(host, session.options())));
    return most;
  }

  /** What the user asked for, else what the host block says. */
  private static int most(HostInstance host, ApplyOptions options) {
    int most =
        host.values().get("parallelism") instanceof Value.Int(long number)
            ? Math.toIntExact(number)
            : ApplyOptions.DEFAULT_PARALLELISM;
    return options.parallelism().orElse(most);
  }

  WalkOutcome run() {
    startNext();
    while (!schedule.isOver()) {
      end(next());
      startNext();
    }
    WalkOutcome outcome = new WalkOutcome(session, schedule, failures, changing);
    outcome.skipped().forEach(session.listener()::on);
    return outcome;
  }

  private void startNext() {
    turns.next().forEach(this::start);
    turns.queued().stream()
        .filter(queued::add)
        .forEach(index -> session.listener().on(new ApplyEvent.Queued(ops.get(index))));
  }

  private void end(Ending ending) {
    int index = ending.index();
    OpCall.Result result = ending.result();
    result.why().ifPresent(why -> failures.put(index, placed(index, why)));
    if (result.changed()) {
      changing.add(index);
    }
    turns.end(index, result.state());
  }

  private Diagnostic placed(int index, Diagnostic why) {
    return session.options().origins().placed(ops.get(index).change(), why);
  }

  private void start(int index) {
    Thread.ofVirtual()
        .name("op-" + ops.get(index).id())
        .start(() -> endings.add(new Ending(index, make(ops.get(index)))));
  }

  private OpCall.Result make(Op op) {
    try {
      Cancel cancel = op.undoes() ? Cancel.NEVER : session.stop();
      return cancel.asked() ? OpCall.Result.SKIPPED : call.make(op, cancel);
    } catch (RuntimeException | Error bug) { // a thread that dies silently would never be heard of
      return OpCall.Result.failed(op, OpCall.about(op, ApplyCodes.BUG, String.valueOf(bug)));
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
}
