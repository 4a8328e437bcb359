package dev.dvl.contract;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.OpProblem.Outcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A platform that refuses one call once: before it does anything, or when it has done it.
 *
 * @param id of the op in its plan
 */
record Failing(String id, Moment moment, AtomicBoolean failed) implements Watched.Calls {
  /** None of those that have a page: only tests see it. */
  static final Code CODE = Code.error("DVL%04d".formatted(0), "call that a test lets fail");

  /** On which side of its effect a call fails. */
  enum Moment {
    BEFORE("before its effect"),
    AFTER("after its effect");

    private final String words;

    Moment(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  Failing(String id, Moment moment) {
    this(id, moment, new AtomicBoolean());
  }

  @Override
  public void before(Op op) throws OpProblem {
    if (moment == Moment.BEFORE) {
      fail(op, Outcome.NOT_DONE);
    }
  }

  @Override
  public void over(Op op) {}

  @Override
  public void after(Op op) throws OpProblem {
    if (moment == Moment.AFTER) {
      fail(op, Outcome.DONE_BUT_WRONG);
    }
  }

  private void fail(Op op, Outcome outcome) throws OpProblem {
    if (op.id().equals(id) && failed.compareAndSet(false, true)) {
      throw new OpProblem(CODE, "a test lets `" + op.call() + "` fail", List.of(), outcome);
    }
  }
}
