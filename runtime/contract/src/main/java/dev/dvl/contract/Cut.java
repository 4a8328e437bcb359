package dev.dvl.contract;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.ledger.Claim;
import dev.dvl.engine.ledger.Ending;
import dev.dvl.engine.ledger.HistoryEntry;
import dev.dvl.engine.ledger.Intent;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.ledger.Recorded;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The end of a run as a killed process sees it: from one moment on nothing is written down any more
 * and no call is begun. Calls that are on their way come to their end on the platform.
 */
final class Cut implements Watched.Calls {
  private static final long PAUSE_MILLIS = 20;

  private final Moment moment;
  private final AtomicInteger left;
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean dead;

  /** On which side of a call it happens. */
  enum Moment {
    /** The intent is on disk, the call was not made. */
    BEFORE,
    /** The call was made, its outcome is not on disk. */
    AFTER
  }

  /**
   * @param index at which of the ops that are carried out, from 0
   */
  Cut(Moment moment, int index) {
    this.moment = moment;
    this.left = new AtomicInteger(index);
  }

  /** Whether it has come to it; it does not where fewer ops are carried out. */
  boolean happened() {
    return dead;
  }

  @Override
  public void before(Op op) {
    underWay.incrementAndGet();
    try {
      check(op, Moment.BEFORE);
    } catch (IllegalStateException cut) {
      over(op);
      throw cut;
    }
  }

  @Override
  public void over(Op op) {
    underWay.decrementAndGet();
  }

  @Override
  public void after(Op op) {
    check(op, Moment.AFTER);
  }

  private void check(Op op, Moment now) {
    if (now == moment && left.getAndDecrement() == 0) {
      dead = true;
    }
    if (dead) {
      throw new IllegalStateException("the run was cut off at " + op.call());
    }
  }

  /** A ledger that fails has the run cancel its calls, which a killed process could not. */
  private void quiet() throws IOException {
    try {
      while (underWay.get() > 0) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was cut off", e);
    }
  }

  /** The same ledger until the cut. */
  Ledger until(Ledger ledger) {
    return new Mortal(ledger);
  }

  private final class Mortal implements Ledger {
    private final Ledger ledger;

    Mortal(Ledger ledger) {
      this.ledger = ledger;
    }

    @Override
    public void begin(Intent intent) throws IOException {
      alive().begin(intent);
    }

    @Override
    public void token(String op, String token) throws IOException {
      if (!dead) {
        ledger.token(op, token);
      }
    }

    @Override
    public void end(Ending ending) throws IOException {
      alive().end(ending);
    }

    @Override
    public void gone(Address resource) throws IOException {
      alive().gone(resource);
    }

    @Override
    public void claim(Claim claim) throws IOException {
      alive().claim(claim);
    }

    @Override
    public Recorded recorded() throws IOException {
      return ledger.recorded();
    }

    @Override
    public void put(HistoryEntry entry) throws IOException {
      alive().put(entry);
    }

    @Override
    public List<HistoryEntry> history() throws IOException {
      return ledger.history();
    }

    @Override
    public void close() throws IOException {
      ledger.close();
    }

    private Ledger alive() throws IOException {
      if (dead) {
        quiet();
        throw new IOException("the run was cut off");
      }
      return ledger;
    }
  }
}
