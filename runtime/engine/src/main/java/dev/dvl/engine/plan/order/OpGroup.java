package dev.dvl.engine.plan.order;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
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
  private final List<Set<Op.Need>> ofSet = new ArrayList<>();
  private final ClaimNeeds claims = new ClaimNeeds();
  private final Optional<Op.Guard> guard;
  private final Planned planned;
  private final String prefix;
  private boolean stepsAside;

  /**
   * The ops under ids that are unique in the plan: that of the change, a dot, and the local one.
   *
   * @param guard of the ops that start the change
   */
  OpGroup(String id, Change change, Planned planned, Optional<Op.Guard> guard) {
    List<Op> local = planned.ops();
    this.planned = planned;
    this.prefix = id + ".";
    this.change = change;
    this.guard = guard;
    this.ops = new ArrayList<>(local.size());
    for (Op op : local) {
      List<Op.Need> inside =
          op.needs().stream().map(need -> new Op.Need(prefix + need.op(), need.on())).toList();
      ops.add(op.placed(prefix + op.id(), inside, op.guard()));
      needs.add(new LinkedHashSet<>(inside));
      ofSet.add(new LinkedHashSet<>());
    }
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

  /** Makes {@code op} wait until each of {@code others} has ended, however that was. */
  void afterAnyEnd(Op op, List<Op> others) {
    Set<Op.Need> own = needs.get(ops.indexOf(op));
    others.forEach(other -> own.add(Op.Need.over(other.id())));
  }

  /** Whether nothing differs, and the object is stopped and started again with its machine. */
  boolean onlyComesBack() {
    return change.action() == Action.UPDATE
        && change.impact() == Impact.RESTART
        && change.fields().isEmpty();
  }

  /** Makes all of it wait until its host can be used. */
  void afterHost(Op ready) {
    roots().forEach(op -> after(op, List.of(ready)));
  }

  /**
   * Makes what brings the object back wait until its host can be used, and what stops the machine
   * wait until the object has been stopped.
   */
  void aroundStop(OpGroup machine, Op ready) {
    List<Op> first = roots();
    machine.stopping().forEach(op -> machine.after(op, first));
    starting().forEach(op -> after(op, List.of(ready)));
  }

  /** Of one that only comes back: all but what stops it. */
  List<Op> starting() {
    List<Op> first = roots();
    return ops.stream().filter(op -> !first.contains(op) && !op.undoes()).toList();
  }

  /** Makes {@code op} wait until each of {@code others}, of another of its set, is done. */
  void afterOfSet(Op op, List<Op> others) {
    Set<Op.Need> own = ofSet.get(ops.indexOf(op));
    others.forEach(other -> own.add(Op.Need.done(other.id())));
  }

  /** What its ops wait for because of what can be had once. */
  ClaimNeeds claims() {
    return claims;
  }

  /** Those after which something that can be had once is free again. */
  List<Op> giving(Once what) {
    return ops.stream().filter(op -> gives(op, what) && !op.undoes() && !isSpare(op)).toList();
  }

  /** Those that take such a thing. */
  List<Op> taking(Once what) {
    return ops.stream().filter(op -> takes(op, what) && !op.undoes()).toList();
  }

  /** On the way back: those after which what was taken is free again. */
  List<Op> givingBack(Once what) {
    return ops.stream().filter(op -> gives(op, what) && op.undoes()).toList();
  }

  /** On the way back: those that take again what was given up. */
  List<Op> takingBack(Once what) {
    return ops.stream().filter(op -> takes(op, what) && op.undoes()).toList();
  }

  /** Those after which its name is free where names go around in a circle. */
  List<Op> leavingName() {
    List<Op> aside = ops.stream().filter(op -> isSpare(op) && !op.undoes()).toList();
    return stepsAside && !aside.isEmpty() ? aside : giving(Once.NAME);
  }

  /** The op with which there is no way back any more; empty where there is none at all. */
  Optional<Op> turning() {
    Set<String> undone = new HashSet<>();
    ops.stream()
        .flatMap(op -> op.needs().stream())
        .filter(need -> need.on() == Op.On.FAILED)
        .forEach(need -> undone.add(need.op()));
    return ops.reversed().stream().filter(op -> undone.contains(op.id())).findFirst();
  }

  /** Those that come just before {@link #turning}. */
  List<Op> beforeTurning() {
    Set<String> before = new HashSet<>();
    turning().ifPresent(op -> op.needs().forEach(need -> before.add(need.op())));
    return ops.stream().filter(op -> before.contains(op.id())).toList();
  }

  /** Where names go around in a circle, its object leaves its own to nobody, if it can. */
  void stepAside() {
    stepsAside = true;
    List<Op> aside = ops.stream().filter(op -> isSpare(op) && !op.undoes()).toList();
    for (Op op : taking(Once.NAME)) {
      if (!isSpare(op)) {
        aside.forEach(other -> claims.add(op, ClaimNeeds.Sort.ASIDE, Op.Need.done(other.id())));
      }
    }
  }

  private boolean isInside(Op.Need need) {
    return need.op().startsWith(prefix);
  }

  private boolean gives(Op op, Once what) {
    return what.of(planned).giving().contains(local(op));
  }

  private boolean takes(Op op, Once what) {
    return what.of(planned).taking().contains(local(op));
  }

  private boolean isSpare(Op op) {
    return planned.spare().contains(local(op));
  }

  private String local(Op op) {
    return op.id().substring(prefix.length());
  }

  /** Those that stop the object, and with it what stands on it. */
  List<Op> stopping() {
    return ops.stream().filter(op -> planned.stopping().contains(local(op))).toList();
  }

  /** Those that come last, once the host that the object is can be used. */
  List<Op> closing() {
    return ops.stream().filter(this::closes).toList();
  }

  private boolean closes(Op op) {
    return planned.closing().contains(local(op));
  }

  /** Leaves out those that come last: nobody will see whether they may. */
  void leaveOpen() {
    for (Op op : closing()) {
      int index = ops.indexOf(op);
      ops.remove(index);
      needs.remove(index);
      ofSet.remove(index);
    }
  }

  /**
   * The ops with all their needs and the guard.
   *
   * @param sorts why they wait for what others give up
   * @param batching whether they wait for others of their set, too
   */
  List<Op> finished(Set<ClaimNeeds.Sort> sorts, boolean batching) {
    boolean aside = stepsAside && sorts.contains(ClaimNeeds.Sort.ASIDE);
    List<Op> first = roots();
    List<Op> finished = new ArrayList<>();
    for (int i = 0; i < ops.size(); i++) {
      Op op = ops.get(i);
      if (aside || !isSpare(op)) {
        Set<Op.Need> all = new LinkedHashSet<>(needs.get(i));
        if (batching) {
          all.addAll(ofSet.get(i));
        }
        all.addAll(claims.of(op, sorts));
        boolean starts = first.contains(op) && all.stream().noneMatch(this::isInside);
        finished.add(op.placed(op.id(), List.copyOf(all), starts ? guard : op.guard()));
      }
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
    return releasing().stream().anyMatch(op -> op.releases().contains(resource));
  }

  /** Those that say that this change no longer uses something. */
  List<Op> releasing() {
    return ops.stream().filter(op -> !op.undoes() && !op.releases().isEmpty()).toList();
  }

  /** Those that go back to what this change used before. */
  List<Op> reclaiming() {
    return ops.stream().filter(op -> op.undoes() && !op.releases().isEmpty()).toList();
  }

  /** Those that take something back. */
  List<Op> undoing() {
    return ops.stream().filter(Op::undoes).toList();
  }

  /** Those that need no other of the change. */
  List<Op> roots() {
    return ops.stream().filter(op -> op.needs().isEmpty()).toList();
  }

  /** Those that no other of the change waits for to be done; what takes back does not count. */
  List<Op> sinks() {
    Set<String> awaited = new HashSet<>();
    ops.stream()
        .filter(op -> !op.undoes() && !closes(op))
        .forEach(op -> op.needs().forEach(need -> awaited.add(need.op())));
    return ops.stream()
        .filter(op -> !op.undoes() && !isSpare(op) && !closes(op) && !awaited.contains(op.id()))
        .toList();
  }

  /** The op with which it is final, where it is so only together with others. */
  Optional<Op> settling() {
    return ops.stream().filter(Op::settles).findFirst();
  }

  /** Those after which the new object is in its place, and may still have to go back. */
  List<Op> switched() {
    return settling().map(this::before).orElseGet(this::sinks);
  }

  /** Those after which it does not go back any more. */
  List<Op> ending() {
    return settling().map(List::of).orElseGet(this::available);
  }

  /** All that comes before it is final, but for what takes back. */
  List<Op> beforeSettling() {
    int end = settling().map(ops::indexOf).orElse(0);
    return ops.subList(0, end).stream().filter(op -> !op.undoes()).toList();
  }

  private List<Op> before(Op op) {
    return ops.stream().filter(it -> op.needs().contains(Op.Need.done(it.id()))).toList();
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
      if (follows && !op.undoes() && !op.settles() && !closes(op)) {
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
