package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.Role;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.ledger.Ending;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Done;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that the ops of one apply share.
 *
 * @param made what dvl had made before it
 */
record Session(
    Plan plan,
    Connections connections,
    Ledger ledger,
    ApplyOptions options,
    ApplyListener listener,
    World world,
    Arguments arguments,
    LaterValues later,
    LaterConditions conditions,
    TimeLimits limits,
    Stop halt,
    HostReach reach,
    Map<Address, HostInstance> hosts,
    Map<String, PlannedChange> changes,
    Set<String> takingAway,
    Set<Ref> made) {

  static Map<Address, HostInstance> hosts(Plan plan) {
    Map<Address, HostInstance> hosts = new HashMap<>();
    plan.hosts().forEach(host -> hosts.put(host.address(), host));
    return hosts;
  }

  /** The change that an op is part of, by the op's id. */
  static Map<String, PlannedChange> changes(Plan plan) {
    Map<Address, PlannedChange> kept = new HashMap<>();
    Map<String, PlannedChange> found = new HashMap<>();
    for (PlannedChange change : plan.changes()) {
      kept.merge(change.address(), change, (one, other) -> ends(one.action()) ? other : one);
    }
    for (Op op : plan.ops()) {
      PlannedChange change = kept.get(op.change());
      if (change != null) {
        found.put(op.id(), change);
      }
    }
    return found;
  }

  /**
   * Ids of the ops of changes that take an object away and make none: it may be one that is left
   * over beside the object of the resource, which another change of the same address is about.
   */
  static Set<String> takingAway(Plan plan) {
    Map<String, List<Op>> changes =
        plan.ops().stream().collect(Collectors.groupingBy(Session::ofChange));
    return changes.values().stream()
        .filter(ops -> ops.stream().anyMatch(op -> op.role() == Role.REMOVES))
        .filter(ops -> ops.stream().noneMatch(op -> op.role() == Role.MAKES))
        .flatMap(List::stream)
        .map(Op::id)
        .collect(Collectors.toSet());
  }

  /** What the ids of ops of one change begin with. */
  private static String ofChange(Op op) {
    int dot = op.id().indexOf('.');
    return dot < 0 ? op.id() : op.id().substring(0, dot);
  }

  /** Whether it is about an object that the resource will not have. */
  boolean takesAway(Op op) {
    return takingAway.contains(op.id());
  }

  /** The resources whose objects end with what an op takes away, without a call of their own. */
  List<Address> goingWith(Op op) {
    return plan.changes().stream()
        .filter(change -> change.goesWith().filter(op.change()::equals).isPresent())
        .map(PlannedChange::address)
        .toList();
  }

  HostInstance host(Op op) {
    HostInstance host = hosts.get(op.host());
    if (host == null) {
      throw new IllegalStateException("the plan has no host `" + op.host() + "`");
    }
    return host;
  }

  /** Asked when the user stops the run, or the journal fails. */
  Cancel stop() {
    return halt;
  }

  /**
   * What is on its way out, and what this op may be about. What commits is about the new object,
   * also where it goes by the id of the old one, as volumes do.
   */
  Optional<Ref> oldObject(Op op) {
    return Optional.ofNullable(changes.get(op.id()))
        .filter(change -> !stays(change.action()) && !op.commits())
        .flatMap(PlannedChange::object);
  }

  /** What the ledger is to keep of {@code replace_when} once an op is done. */
  Optional<String> trigger(Op op) {
    return op.commits() && !op.undoes()
        ? Optional.ofNullable(plan.triggers().get(op.change()))
        : Optional.empty();
  }

  Ending ending(Op op, Ending.Result result, Done done) {
    PlannedChange change = changes.get(op.id());
    boolean gone = change != null && ends(change.action());
    Optional<Ref> made = op.commits() && !gone ? done.ref() : givenBack(op, done);
    return new Ending(op.id(), op.change(), result, made, gone && result == Ending.Result.DONE);
  }

  /**
   * A new object may have counted already when it is taken back: the old one is theirs again. One
   * that was made again has another id, and is dvl's where the old one was made by it.
   */
  private Optional<Ref> givenBack(Op op, Done done) {
    Optional<Ref> old = op.undoes() ? oldObject(op) : Optional.empty();
    Optional<Ref> back = done.ref();
    return old.filter(it -> back.map(Ref::id).filter(it.id()::equals).isPresent())
        .or(() -> old.filter(it -> made.stream().anyMatch(it::isSame)).flatMap(it -> back));
  }

  private static boolean stays(Action action) {
    return action == Action.UPDATE || action == Action.MOVE || action == Action.ADOPT;
  }

  private static boolean ends(Action action) {
    return action == Action.DESTROY || action == Action.FORGET;
  }

  /** Without a journal nothing may be begun any more. */
  Diagnostic journalFailed(Op op, IOException problem) {
    halt.ask();
    return OpCall.about(op, ApplyCodes.JOURNAL, problem.getMessage() + ".")
        .note("Nothing more was begun.");
  }
}
