package dev.dvl.engine.plan.order;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.KeyedSet;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.change.OpGraph;
import dev.dvl.engine.graph.Order;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.identity.ObjectName;
import dev.dvl.engine.plan.judge.Decided;
import dev.dvl.engine.plan.order.ClaimNeeds.Sort;
import dev.dvl.engine.plan.reading.SeenHosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins the ops of all changes into one graph: what uses a resource comes after what makes it, what
 * removes one comes after what stops using it, and a name is free before it is taken again.
 */
final class Connect {
  static final Code CIRCLE = Code.error("DVL6046", "changes that wait for each other");
  static final Code BATCHES = Code.error("DVL6051", "batches that wait for each other");

  private final SeenHosts seen;
  private final Map<Address, OpGroup> making = new HashMap<>();
  private final Map<Address, List<OpGroup>> removing = new HashMap<>();
  private final Map<ObjectName, OpGroup> freeing = new HashMap<>();
  private final Set<Address> handedOver = new HashSet<>();

  private Connect(SeenHosts seen) {
    this.seen = seen;
  }

  /** The ops of all groups, in an order in which needs come first. */
  static Outcome<List<Op>> all(List<OpGroup> groups, Decided decided, HostReadiness readiness) {
    Matched matched = decided.matched();
    Connect connect = new Connect(matched.seen());
    groups.stream().filter(group -> !group.isEmpty()).forEach(connect::enter);
    groups.forEach(connect::handsOver);
    for (OpGroup group : groups) {
      group.change().after().ifPresent(desired -> connect.follows(group, desired.instance()));
      connect.releases(group);
      connect.reclaims(group);
    }
    Destructions destructions = new Destructions(matched.selected(), connect.removing);
    groups.forEach(destructions::order);
    new ClaimOrder(groups).order();
    BatchOrder batches = new BatchOrder(groups);
    decided.batches().forEach(batches::order);
    List<Diagnostic> lost = new WholeSets(groups, matched).order(decided.batches());
    return sorted(Stream.concat(groups.stream(), readiness.ready().stream()).toList()).with(lost);
  }

  private void enter(OpGroup group) {
    Change change = group.change();
    if (change.after().isPresent()) {
      making.put(change.address(), group);
    } else {
      removing.computeIfAbsent(change.address(), ignored -> new ArrayList<>()).add(group);
      change
          .before()
          .ifPresent(
              live -> {
                ObjectName.of(change.host(), live.ref()).forEach(it -> freeing.put(it, group));
              });
    }
  }

  /**
   * Notes the resources whose old object a change gives back only once it has the new one: there
   * the old one cannot go first.
   */
  private void handsOver(OpGroup user) {
    user.change().after().stream()
        .flatMap(desired -> desired.instance().edges().stream())
        .map(Instance.Edge::to)
        .filter(user::releases)
        .forEach(handedOver::add);
  }

  private void follows(OpGroup group, Instance instance) {
    if (group.onlyComesBack()) {
      comesBack(group, instance);
    } else {
      uses(group, instance);
    }
  }

  /** What is started again comes after what it uses; what stops it waits for nothing. */
  private void comesBack(OpGroup group, Instance instance) {
    for (Instance.Edge edge : instance.edges()) {
      OpGroup other = making.get(edge.to());
      if (other != null && other != group) {
        group.starting().forEach(op -> group.after(op, other.available()));
      }
    }
  }

  private void uses(OpGroup group, Instance instance) {
    for (Instance.Edge edge : instance.edges()) {
      OpGroup other = making.get(edge.to());
      if (other != null && other != group) {
        wait(group, edge, other);
      }
    }
    Address address = group.change().address();
    List<OpGroup> before = new ArrayList<>();
    if (!handedOver.contains(address)) {
      before.addAll(removing.getOrDefault(address, List.of()));
    }
    seen.platformName(instance)
        .map(name -> new ObjectName(group.change().host(), instance.kind(), name))
        .map(freeing::get)
        .ifPresent(before::add);
    for (OpGroup removed : before) {
      group.roots().forEach(op -> group.after(op, removed.sinks()));
    }
  }

  private void wait(OpGroup group, Instance.Edge edge, OpGroup other) {
    if (other.settling().isPresent() && !isOfOneSet(group, other)) {
      for (Op op : group.roots()) {
        other.ending().forEach(it -> group.claims().add(op, Sort.WHOLE, Op.Need.done(it.id())));
      }
    }
    switch (edge) {
      case Instance.Edge.On ignored -> first(group, other.available());
      case Instance.Edge.After(Address to, Optional<String> state, var ignored) -> {
        List<Op> reached = state.map(other::reaching).orElse(List.of());
        first(group, reached.isEmpty() ? other.available() : reached);
      }
      case Instance.Edge.Uses(Address to, var path, var ignored) -> {
        List<Op> users = group.mentioning(to);
        if (users.isEmpty()) {
          first(group, other.available());
        }
        for (Op op : users) {
          group.after(op, other.available());
          group.after(op, told(op, to, other));
        }
      }
    }
  }

  private static boolean isOfOneSet(OpGroup one, OpGroup other) {
    return KeyedSet.of(one.change().address()).equals(KeyedSet.of(other.change().address()));
  }

  /** Those after which what an op reads of a resource is told. */
  private List<Op> told(Op user, Address read, OpGroup other) {
    Set<String> states = new HashSet<>();
    for (Value argument : user.args().values()) {
      argument.forEachTerm(
          leaf -> {
            if (leaf instanceof Term.Read(Address to, var path) && to.equals(read)) {
              other
                  .change()
                  .kind()
                  .output(path.attribute())
                  .flatMap(KindSchema.Output::since)
                  .ifPresent(states::add);
            }
          });
    }
    return states.stream().flatMap(state -> other.reaching(state).stream()).toList();
  }

  private static void first(OpGroup group, List<Op> others) {
    group.beginnings().forEach(op -> group.after(op, others));
  }

  /**
   * What removes an old object waits for those that say when they stop using it. To have read what
   * a resource told is no use of its object.
   */
  private void releases(OpGroup group) {
    for (Op op : group.releasing()) {
      for (Address released : op.releases()) {
        if (group.onlyReads(released)) {
          continue;
        }
        List<OpGroup> owners = new ArrayList<>(removing.getOrDefault(released, List.of()));
        Optional.ofNullable(making.get(released)).ifPresent(owners::add);
        owners.remove(group);
        owners.forEach(owner -> lets(owner, op, group));
      }
    }
  }

  /**
   * What goes for good is gone only once nobody can want it back, unless something else waits for
   * its end.
   */
  private static void lets(OpGroup owner, Op released, OpGroup user) {
    owner.stopping().forEach(stop -> owner.after(stop, List.of(released)));
    for (Op remover : owner.removers()) {
      owner.after(remover, List.of(released));
      if (owner.change().after().isEmpty() && user.change().after().isPresent()) {
        user.available()
            .forEach(op -> owner.claims().add(remover, ClaimNeeds.Sort.SAFE, Need.done(op.id())));
      }
    }
  }

  /** Who goes back to what it used does so when that has gone back itself, as far as it does. */
  private void reclaims(OpGroup group) {
    for (Op op : group.reclaiming()) {
      for (Address used : op.releases()) {
        OpGroup owner = making.get(used);
        if (owner != null && owner != group) {
          group.afterAnyEnd(op, owner.undoing());
        }
      }
    }
  }

  private static String resources(List<Op> ops) {
    return ops.stream()
        .map(op -> "`" + op.change() + "`")
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** A name is to change hands while the object that has it is still in use. */
  private static Diagnostic circle(List<Op> ops) {
    return Diagnostic.without(
            CIRCLE, "None of these changes can be the first: " + resources(ops) + ".")
        .note("One takes the name of what goes, and what goes is in use until others have changed.")
        .note("Where objects are to swap names, give one of them another name first, and apply.")
        .note("If it is the same resource under another address, say so with a `moved` line.");
  }

  /** By the best way to wait for what is had once that leaves no circle. */
  private static Outcome<List<Op>> sorted(List<OpGroup> groups) {
    List<Op> circle = List.of();
    for (Set<ClaimNeeds.Sort> sorts : ClaimNeeds.CHOICES) {
      List<Op> ops = finished(groups, sorts, true);
      Order order = Order.of(OpGraph.of(ops));
      if (!order.isCyclic()) {
        return new Outcome<>(order.nodes().mapToObj(ops::get).toList(), List.of());
      }
      circle = order.cycle().stream().map(ops::get).toList();
    }
    List<Op> alone = finished(groups, ClaimNeeds.CHOICES.getLast(), false);
    boolean ofBatches = !Order.of(OpGraph.of(alone)).isCyclic();
    return new Outcome<>(List.of(), List.of(ofBatches ? ofBatches(circle) : circle(circle)));
  }

  /** What one batch needs is in a later one, by way of another set. */
  private static Diagnostic ofBatches(List<Op> ops) {
    return Diagnostic.without(
            BATCHES, "None of these changes can be the first: " + resources(ops) + ".")
        .note("One is in a later batch than what it is needed for.")
        .note("Choose another `canary`, or let more of them change at once.");
  }

  /** An op that is not made after all was needed only by what takes it back. */
  private static List<Op> finished(
      List<OpGroup> groups, Set<ClaimNeeds.Sort> sorts, boolean batching) {
    List<Op> ops =
        groups.stream().flatMap(group -> group.finished(sorts, batching).stream()).toList();
    Set<String> ids = ops.stream().map(Op::id).collect(Collectors.toSet());
    return ops.stream().map(op -> among(ids, op)).toList();
  }

  private static Op among(Set<String> ids, Op op) {
    List<Op.Need> there = op.needs().stream().filter(need -> ids.contains(need.op())).toList();
    return there.size() == op.needs().size() ? op : op.withNeeds(there);
  }
}
