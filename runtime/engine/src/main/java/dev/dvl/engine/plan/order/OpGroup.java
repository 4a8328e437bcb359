package dev.dvl.engine.plan.order;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.judge.References;
import dev.dvl.engine.provider.Planned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ops of one change, with the needs that they get from other changes. */
final class OpGroup {
  private final Change change;
  private final List<Op> ops;
  private final List<Set<Op.Need>> needs = new ArrayList<>();
  private final List<Set<Op.Need>> claims = new ArrayList<>();
  private final Optional<Op.Guard> guard;
  private final List<Op> giving;
  private final List<Op> taking;

  /**
   * The ops under ids that are unique in the plan: that of the change, a dot, and the local one.
   *
   * @param guard of the ops that start the change
   */
  OpGroup(String id, Change change, Planned planned, Optional<Op.Guard> guard) {
    List<Op> local = planned.ops();
    this.change = change;
    this.guard = guard;
    this.ops = new ArrayList<>(local.size());
    for (Op op : local) {
      List<Op.Need> inside =
          op.needs().stream().map(need -> new Op.Need(id + "." + need.op(), need.on())).toList();
      ops.add(op.placed(id + "." + op.id(), inside, op.guard()));
      needs.add(new LinkedHashSet<>(inside));
      claims.add(new LinkedHashSet<>());
    }
    this.giving = called(id, planned.giving());
    this.taking = called(id, planned.taking());
  }

  private List<Op> called(String id, Set<String> local) {
    return ops.stream().filter(op -> local.contains(op.id().substring(id.length() + 1))).toList();
  }

  Change change() {
    return change;
  }

  boolean isEmpty() {
    return ops.isEmpty();
  }

  List<Op> ops() {
    return ops;
  }

  /** Makes {@code op} wait until each of {@code others} is done. */
  void after(Op op, List<Op> others) {
    Set<Op.Need> own = needs.get(ops.indexOf(op));
    others.forEach(other -> own.add(Op.Need.done(other.id())));
  }

  /** Makes {@code op} wait until each of {@code others} has given up what it takes. */
  void afterClaim(Op op, List<Op> others) {
    Set<Op.Need> own = claims.get(ops.indexOf(op));
    others.forEach(other -> own.add(Op.Need.done(other.id())));
  }

  /** Those after which what can be had once on the host is free again. */
  List<Op> giving() {
    return giving;
  }

  /** Those that take what can be had once on the host. */
  List<Op> taking() {
    return taking;
  }

  /**
   * The ops with all their needs and the guard.
   *
   * @param claiming whether they wait for what others give up, too
   */
  List<Op> finished(boolean claiming) {
    List<Op> first = roots();
    List<Op> finished = new ArrayList<>();
    for (int i = 0; i < ops.size(); i++) {
      Op op = ops.get(i);
      Set<Op.Need> all = new LinkedHashSet<>(needs.get(i));
      if (claiming) {
        all.addAll(claims.get(i));
      }
      finished.add(op.placed(op.id(), List.copyOf(all), first.contains(op) ? guard : op.guard()));
    }
    return finished;
  }

  /**
   * Those that start to bring what is wanted; what only takes the old object down does not count.
   */
  List<Op> beginnings() {
    Set<String> bringing = new HashSet<>();
    ops.stream().filter(this::brings).forEach(op -> bringing.add(op.id()));
    return ops.stream()
        .filter(op -> bringing.contains(op.id()))
        .filter(op -> op.needs().stream().noneMatch(need -> bringing.contains(need.op())))
        .toList();
  }

  private boolean brings(Op op) {
    return !op.undoes()
        && op.releases().isEmpty()
        && !(change.action().replaces() && isAboutOld(op));
  }

  private static boolean isAboutOld(Op op) {
    return op.role() == Op.Role.CHANGES || op.role() == Op.Role.REMOVES;
  }

  /** Whether some op says that this change no longer uses the old object of a resource. */
  boolean releases(Address resource) {
    return ops.stream().anyMatch(op -> op.releases().contains(resource));
  }

  /** Those that say that this change no longer uses something. */
  List<Op> releasing() {
    return ops.stream().filter(op -> !op.releases().isEmpty()).toList();
  }

  /** Those that need no other of the change. */
  List<Op> roots() {
    return ops.stream().filter(op -> op.needs().isEmpty()).toList();
  }

  /** Those that no other of the change waits for to be done; what takes back does not count. */
  List<Op> sinks() {
    Set<String> awaited = new HashSet<>();
    ops.stream()
        .filter(op -> !op.undoes())
        .forEach(op -> op.needs().forEach(need -> awaited.add(need.op())));
    return ops.stream().filter(op -> !op.undoes() && !awaited.contains(op.id())).toList();
  }

  /** What must be done before others can use the resource. */
  List<Op> available() {
    List<Op> commits = ops.stream().filter(Op::commits).toList();
    return commits.isEmpty() ? sinks() : commits;
  }

  /** What must be done before the resource is in a state; empty where no op leads there. */
  List<Op> reaching(String state) {
    return ops.stream().filter(op -> op.reaches().filter(state::equals).isPresent()).toList();
  }

  /** Those that must wait until nobody uses the old object any more. */
  List<Op> removers() {
    return switch (change.action()) {
      case DESTROY -> roots();
      case REPLACE -> removing().isEmpty() ? roots() : removing();
      case REPLACE_START_FIRST -> afterCommit();
      case CREATE, UPDATE, ADOPT, MOVE, FORGET, CONDITIONAL, UNDECIDED -> List.of();
    };
  }

  /** Those whose arguments name a resource. */
  List<Op> mentioning(Address resource) {
    return ops.stream().filter(op -> !op.undoes() && mentions(op, resource)).toList();
  }

  /** The calls that take an object away; what makes the new one may come before them. */
  private List<Op> removing() {
    return ops.stream().filter(op -> op.role() == Op.Role.REMOVES).toList();
  }

  private List<Op> afterCommit() {
    Set<String> later = new HashSet<>();
    List<Op> found = new ArrayList<>();
    for (Op op : ops) {
      boolean follows = op.needs().stream().anyMatch(need -> later.contains(need.op()));
      if (op.commits() || follows) {
        later.add(op.id());
      }
      if (follows && !op.undoes()) {
        found.add(op);
      }
    }
    return found;
  }

  /** Whether what is wanted holds on to nothing of a resource but what it tells. */
  boolean onlyReads(Address resource) {
    if (change.after().isEmpty()) {
      return false;
    }
    Instance instance = change.after().get().instance();
    boolean uses = instance.edges().stream().anyMatch(edge -> edge.to().equals(resource));
    return uses && instance.values().values().stream().noneMatch(it -> References.to(resource, it));
  }

  private static boolean mentions(Op op, Address resource) {
    return op.args().values().stream().anyMatch(value -> References.any(resource, value));
  }
}
