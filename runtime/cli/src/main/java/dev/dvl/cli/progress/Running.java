package dev.dvl.cli.progress;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which changes an apply is at, from what it tells of its ops. Not thread-safe. */
final class Running {
  private final Clock clock;
  private final Map<Address, String> words = new HashMap<>();
  private final Map<Address, Integer> left = new HashMap<>();
  private final Map<Address, Work> open = new LinkedHashMap<>();
  private final int all;
  private int ended;

  Running(Plan plan, Clock clock) {
    this.clock = clock;
    for (PlannedChange change : plan.changes()) {
      words.merge(change.address(), change.action().word(), (one, other) -> "replace");
    }
    for (Op op : plan.ops()) {
      if (!op.undoes()) {
        left.merge(op.change(), 1, Integer::sum);
      }
    }
    this.all = left.size();
  }

  /** A change that is under way. */
  static final class Work {
    final Address address;
    final String word;
    final Instant since;
    String call;
    String waits = "";
    boolean idle;
    Instant said;

    private Work(Address address, String word, String call, Instant since) {
      this.address = address;
      this.word = word;
      this.call = call;
      this.since = since;
      this.said = since;
    }

    /** No call of it runs. */
    private void idle(String why) {
      idle = true;
      waits = why;
    }

    private void at(String what) {
      idle = false;
      call = what;
      waits = "";
    }

    Duration lasted(Instant now) {
      return Duration.between(since, now);
    }
  }

  Instant now() {
    return clock.instant();
  }

  Collection<Work> open() {
    return open.values();
  }

  /** How many changes have ended, of how many; and how many that have begun are at nothing. */
  String count() {
    long idle = open.values().stream().filter(work -> work.idle).count();
    return ended + "/" + all + (idle > 0 ? ", " + idle + " waiting" : "");
  }

  /** Whether this is the first of its change. */
  boolean started(ApplyEvent.Started event) {
    Work work = open.get(event.op().change());
    if (work != null) {
      work.at(event.op().call());
      return false;
    }
    open.put(event.op().change(), work(event.op()));
    return true;
  }

  private Work work(Op op) {
    String word = op.undoes() ? "take back" : words.getOrDefault(op.change(), "change");
    return new Work(op.change(), word, op.call(), now());
  }

  void queued(ApplyEvent.Queued event) {
    Optional.ofNullable(open.get(event.op().change()))
        .ifPresent(work -> work.idle("waiting for its turn"));
  }

  void waits(ApplyEvent.Progress event) {
    Work work = open.get(event.op().change());
    if (work != null) {
      String part =
          event.fraction().isPresent()
              ? " " + Math.round(event.fraction().getAsDouble() * 100) + "%"
              : "";
      work.waits = event.text() + part;
    }
  }

  /** The change that ended with this op, if it did. */
  Optional<Work> done(ApplyEvent.Done event) {
    Address address = event.op().change();
    int rest = event.op().undoes() ? 1 : left.merge(address, -1, Integer::sum);
    if (rest > 0) {
      Optional.ofNullable(open.get(address)).ifPresent(work -> work.idle("waiting for others"));
      return Optional.empty();
    }
    return ended(address);
  }

  Optional<Work> ended(Address address) {
    Work work = open.remove(address);
    if (work != null) {
      ended++;
    }
    return Optional.ofNullable(work);
  }
}
