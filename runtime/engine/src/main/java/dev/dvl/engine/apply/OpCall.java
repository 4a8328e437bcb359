package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
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
import dev.dvl.engine.provider.OpProblem.Outcome;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Run;
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
  private final Steadiness steadiness;

  OpCall(Session session) {
    this.session = session;
    this.steadiness = Steadiness.of(session.plan());
  }

  /**
   * How an op ended, and what to say where it failed.
   *
   * @param changed whether it changed something, or may have
   */
  record Result(State state, boolean changed, Optional<Diagnostic> why) {
    static final Result SKIPPED = new Result(State.SKIPPED, false, Optional.empty());

    static Result done(Op op) {
      return new Result(State.DONE, !op.waits(), Optional.empty());
    }

    /** The call was not made, or had no effect. */
    static Result refused(Diagnostic why) {
      return new Result(State.FAILED, false, Optional.of(why));
    }

    static Result failed(Op op, Diagnostic why) {
      return new Result(State.FAILED, !op.waits(), Optional.of(why));
    }
  }

  /**
   * Makes the op.
   *
   * @param cancel who may ask it to stop, beside its time limit
   */
  Result make(Op op, Cancel cancel) {
    if (op.role() == Op.Role.CONNECTS) {
      return new HostCall(session).make(op, cancel);
    }
    if (op.settles()) {
      session.listener().on(new ApplyEvent.Started(op));
      session.listener().on(new ApplyEvent.Done(op, Duration.ZERO));
      return Result.done(op);
    }
    HostInstance host = session.host(op);
    try {
      Reader reader = session.connections().reader(host, session.world());
      session.world().enter(host, reader);
      checkGuard(op, reader);
      SortedMap<String, Value> filled = session.arguments().filled(op);
      Optional<String> wrong =
          session
              .later()
              .problem(op.change(), session.arguments())
              .or(() -> session.conditions().problem(op.change()));
      if (wrong.isPresent()) {
        return Result.refused(about(op, ApplyCodes.WRONG_VALUE, wrong.get()));
      }
      steadiness.note(op, session.ledger());
      session
          .ledger()
          .begin(
              new Intent(
                  session.options().run(),
                  op,
                  now(),
                  session.reach().of(host),
                  session.trigger(op)));
      return begun(op, reader, filled, cancel);
    } catch (HostProblem problem) {
      return Result.refused(about(op, problem.code(), String.valueOf(problem.getMessage())));
    } catch (StaleProblem problem) {
      return Result.refused(
          about(op, ApplyCodes.STALE_OBJECT, String.valueOf(problem.getMessage())));
    } catch (EvaluationProblem problem) {
      return Result.refused(about(op, ApplyCodes.WRONG_VALUE, problem.getMessage() + "."));
    } catch (IOException problem) {
      return Result.refused(session.journalFailed(op, problem));
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
    try {
      Answer answer = answer(op, reader, filled, cancel);
      return switch (answer) {
        case Answer.Good(Done done) -> done(op, done);
        case Answer.Bad(Diagnostic why, Outcome outcome) ->
            outcome == Outcome.UNCLEAR
                ? probed(op, reader, filled, why, cancel)
                : failed(op, why, outcome);
      };
    } catch (IOException problem) {
      return Result.failed(op, session.journalFailed(op, problem));
    } catch (UncheckedIOException problem) {
      IOException cause = Objects.requireNonNull(problem.getCause());
      return Result.failed(op, session.journalFailed(op, cause));
    } catch (RuntimeException bug) {
      return Result.failed(op, about(op, ApplyCodes.BUG, String.valueOf(bug)));
    }
  }

  /** What came of a call. */
  private sealed interface Answer {
    record Good(Done done) implements Answer {}

    record Bad(Diagnostic why, Outcome outcome) implements Answer {}
  }

  private Answer answer(Op op, Reader reader, SortedMap<String, Value> filled, Cancel cancel) {
    Stop stop = new Stop();
    cancel.onAsk(stop::ask);
    try (TimeLimits.Watched limit = session.limits().watch(op.limit(), stop)) {
      try {
        Run run = new OpRun(op, session, stop);
        return new Answer.Good(reader.writer().execute(op, filled, run));
      } catch (OpProblem problem) {
        return new Answer.Bad(why(op, problem, limit.passed()), problem.outcome());
      }
    }
  }

  private Result done(Op op, Done done) throws IOException {
    session.ledger().end(session.ending(op, Ending.Result.DONE, done));
    if (op.undoes()) {
      session.world().back(op.change(), done, session.oldObject(op));
    } else if (!session.takesAway(op)) {
      session.world().enter(op.change(), done, session.oldObject(op));
    }
    if (op.role() == Op.Role.REMOVES) {
      for (Address gone : session.goingWith(op)) {
        session.ledger().gone(gone);
      }
    }
    return Result.done(op);
  }

  private Result failed(Op op, Diagnostic why, Outcome outcome) throws IOException {
    session.ledger().end(session.ending(op, Ending.Result.FAILED, Done.NOTHING));
    return outcome == Outcome.NOT_DONE ? Result.refused(why) : Result.failed(op, why);
  }

  static Diagnostic tooLong(Op op, String last) {
    return about(op, ApplyCodes.TOO_LONG, "It had not ended after " + seconds(op.limit()) + ".")
        .note(last);
  }

  private static Diagnostic why(Op op, OpProblem problem, boolean late) {
    Diagnostic why = about(op, problem.code(), String.valueOf(problem.getMessage()));
    if (late) {
      why = tooLong(op, String.valueOf(problem.getMessage()));
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
          yield Result.refused(why);
        }
        case Probe.Running ignored ->
            Result.failed(
                op, why.note("The platform is still at it; the next apply waits for it."));
        case Probe.Unclear(String text, var ignored) -> Result.failed(op, why.note(text));
      };
    } catch (HostProblem unreachable) {
      return Result.failed(op, why.note(Alike.FOUND_OUT));
    }
  }

  private Instant now() {
    return session.options().clock().instant();
  }

  private static String seconds(Duration limit) {
    return limit.toSeconds() > 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }

  static Diagnostic about(Op op, Code code, String sentence) {
    return Diagnostic.without(code, beginning(op) + sentence);
  }

  /** Which call of which change a sentence is about. */
  static String beginning(Op op) {
    return "`" + op.change() + "`, " + op.call() + ": ";
  }
}
