package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.apply.Schedule.State;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.ledger.Ending;
import dev.dvl.engine.ledger.Intent;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Makes one op: guard, arguments, intent on disk, the call, outcome on disk, and only then whatever
 * depends on it.
 */
final class OpCall {
  private final Session session;

  OpCall(Session session) {
    this.session = session;
  }

  /** How an op ended, and what to say where it failed. */
  record Result(State state, Optional<Diagnostic> why) {
    static final Result DONE = new Result(State.DONE, Optional.empty());

    static Result failed(Diagnostic why) {
      return new Result(State.FAILED, Optional.of(why));
    }
  }

  /**
   * Makes the op.
   *
   * @param cancel who may ask it to stop, beside its time limit
   */
  Result make(Op op, Cancel cancel) {
    HostInstance host = session.host(op);
    try {
      Reader reader = session.connections().reader(host);
      checkGuard(op, reader);
      SortedMap<String, Value> filled = session.arguments().filled(op);
      Optional<String> wrong =
          session
              .later()
              .problem(op.change(), session.arguments())
              .or(() -> session.conditions().problem(op.change()));
      if (wrong.isPresent()) {
        return Result.failed(about(op, ApplyCodes.WRONG_VALUE, wrong.get()));
      }
      session.ledger().begin(new Intent(session.options().run(), op, now()));
      return begun(op, reader, filled, cancel);
    } catch (HostProblem problem) {
      return Result.failed(about(op, problem.code(), String.valueOf(problem.getMessage())));
    } catch (StaleProblem problem) {
      return Result.failed(
          about(op, ApplyCodes.STALE_OBJECT, String.valueOf(problem.getMessage())));
    } catch (EvaluationProblem problem) {
      return Result.failed(about(op, ApplyCodes.WRONG_VALUE, problem.getMessage() + "."));
    } catch (IOException problem) {
      return session.journalFailed(op, problem);
    }
  }

  private void checkGuard(Op op, Reader reader) throws HostProblem, StaleProblem {
    if (op.guard().isEmpty()) {
      return;
    }
    Query query =
        new Query(
            session.plan().stack(),
            Freshness.claims(op, op.guard().get(), session.changes().get(op.id())),
            List.of(),
            Query.Scope.CLAIMED,
            Set.copyOf(Freshness.relied(op.guard().get())));
    Inventory live = reader.read(query, Cancel.NEVER);
    Optional<String> why = new GuardCheck(live.objects()).violation(op.guard().get(), Set.of());
    if (why.isPresent()) {
      throw new StaleProblem(why.get());
    }
  }

  private Result begun(Op op, Reader reader, SortedMap<String, Value> filled, Cancel cancel) {
    session.listener().on(new ApplyEvent.Started(op));
    long start = System.nanoTime();
    Result result = execute(op, reader, filled, cancel);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    result
        .why()
        .ifPresentOrElse(
            why -> session.listener().on(new ApplyEvent.Failed(op, why, took)),
            () -> session.listener().on(new ApplyEvent.Done(op, took)));
    return result;
  }

  private Result execute(Op op, Reader reader, SortedMap<String, Value> filled, Cancel cancel) {
    Stop stop = new Stop();
    cancel.onAsk(stop::ask);
    try (TimeLimits.Watched limit = session.limits().watch(op.limit(), stop)) {
      try {
        Done done =
            reader
                .writer()
                .execute(op, filled, new OpRun(op, session.ledger(), session.listener(), stop));
        return done(op, done);
      } catch (OpProblem problem) {
        if (problem.outcome() == OpProblem.Outcome.UNCLEAR) {
          return probed(op, reader, filled, why(op, problem, limit.passed()), cancel);
        }
        return failed(op, why(op, problem, limit.passed()));
      } finally {
        Thread.interrupted();
      }
    } catch (IOException problem) {
      return session.journalFailed(op, problem);
    } catch (UncheckedIOException problem) {
      return session.journalFailed(op, Objects.requireNonNull(problem.getCause()));
    } catch (RuntimeException bug) {
      return Result.failed(about(op, ApplyCodes.BUG, String.valueOf(bug)));
    }
  }

  private Result done(Op op, Done done) throws IOException {
    session.ledger().end(session.ending(op, Ending.Result.DONE, done));
    session.world().enter(op.change(), done, session.oldObject(op));
    return Result.DONE;
  }

  private Result failed(Op op, Diagnostic why) throws IOException {
    session.ledger().end(session.ending(op, Ending.Result.FAILED, Done.NOTHING));
    return Result.failed(why);
  }

  private static Diagnostic why(Op op, OpProblem problem, boolean late) {
    Diagnostic why = about(op, problem.code(), String.valueOf(problem.getMessage()));
    if (late) {
      why =
          about(op, ApplyCodes.TOO_LONG, "It had not ended after " + seconds(op.limit()) + ".")
              .note(String.valueOf(problem.getMessage()));
    }
    for (String detail : problem.details()) {
      why = why.note(detail);
    }
    return why;
  }

  /** Asks the platform at once; what stays unclear stays open in the journal. */
  private Result probed(
      Op op, Reader reader, SortedMap<String, Value> filled, Diagnostic why, Cancel cancel)
      throws IOException {
    try {
      Begun begun = new Begun(op.id(), now(), Optional.empty());
      Probe probe = reader.writer().probe(op, filled, begun, cancel);
      return switch (probe) {
        case Probe.Finished(Done done) -> done(op, done);
        case Probe.NotDone ignored -> {
          session.ledger().end(session.ending(op, Ending.Result.NOT_DONE, Done.NOTHING));
          yield Result.failed(why);
        }
        case Probe.Running ignored ->
            Result.failed(why.note("The platform is still at it; the next apply waits for it."));
        case Probe.Unclear(String text, var ignored) -> Result.failed(why.note(text));
      };
    } catch (HostProblem unreachable) {
      return Result.failed(why.note("What became of it is found out by the next apply."));
    }
  }

  private Instant now() {
    return session.options().clock().instant();
  }

  private static String seconds(Duration limit) {
    return limit.toSeconds() > 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }

  static Diagnostic about(Op op, Code code, String sentence) {
    return Diagnostic.without(code, "`" + op.change() + "`, " + op.call() + ": " + sentence);
  }
}
