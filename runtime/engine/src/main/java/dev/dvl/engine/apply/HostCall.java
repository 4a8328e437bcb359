package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.host.ReadyCall;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Waits until a host can be used that was made or started in this apply, and makes sure that
 * nothing there is in the way: what a machine was made from brings objects of its own.
 */
record HostCall(Session session) {

  OpCall.Result make(Op op, Cancel cancel) {
    session.listener().on(new ApplyEvent.Started(op));
    long start = System.nanoTime();
    Optional<Diagnostic> problem = problem(op, cancel);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (problem.isPresent()) {
      session.listener().on(new ApplyEvent.Failed(op, problem.get(), took));
      return OpCall.Result.failed(op, problem.get());
    }
    session.listener().on(new ApplyEvent.Done(op, took));
    return OpCall.Result.done(op);
  }

  private Optional<Diagnostic> problem(Op op, Cancel cancel) {
    Stop stop = new Stop();
    cancel.onAsk(stop::ask);
    HostInstance host = session.host(op);
    try (TimeLimits.Watched limit = session.limits().watch(op.limit(), stop)) {
      OpRun run = new OpRun(op, session, stop);
      try {
        Reader reader =
            session.connections().ready(host, session.world(), ReadyCall.before(op), run);
        session.world().enter(host, reader);
        return inTheWay(op, reader);
      } catch (HostProblem problem) {
        Diagnostic why = OpCall.about(op, problem.code(), String.valueOf(problem.getMessage()));
        return Optional.of(
            limit.passed() ? OpCall.tooLong(op, String.valueOf(problem.getMessage())) : why);
      }
    }
  }

  /** All names that are to be taken there are looked for in one read. */
  private Optional<Diagnostic> inTheWay(Op ready, Reader reader) throws HostProblem {
    List<Op> creating =
        session.plan().ops().stream()
            .filter(op -> op.host().equals(ready.host()))
            .filter(op -> op.guard().filter(Op.Guard.Free.class::isInstance).isPresent())
            .toList();
    if (creating.isEmpty()) {
      return Optional.empty();
    }
    List<Query.Claim> claims =
        creating.stream()
            .flatMap(op -> Freshness.claims(op, op.guard().orElseThrow(), null).stream())
            .toList();
    GuardCheck check = new GuardCheck(reader.read(query(claims), Cancel.NEVER).objects());
    return creating.stream()
        .flatMap(op -> check.violation(op.guard().orElseThrow(), Set.of()).stream())
        .findFirst()
        .map(
            why ->
                OpCall.about(ready, ApplyCodes.STALE_OBJECT, why)
                    .note("It is left alone, and nothing was made on `" + ready.host() + "`."));
  }

  private Query query(List<Query.Claim> claims) {
    return new Query(session.plan().stack(), claims, List.of(), Query.Scope.CLAIMED);
  }
}
