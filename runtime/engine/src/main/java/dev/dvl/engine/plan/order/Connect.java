package dev.dvl.engine.plan.order;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.OpGraph;
import dev.dvl.engine.graph.Order;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.identity.ObjectName;
import dev.dvl.engine.plan.reading.SeenHosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Joins the ops of all changes into one graph: what uses a resource comes after what makes it, what
 * removes one comes after what stops using it, and a name is free before it is taken again.
 */
final class Connect {
  static final Code CIRCLE = Code.error("DVL6046", "changes that wait for each other");

  private final SeenHosts seen;
  private final Map<Address, OpGroup> making = new HashMap<>();
  private final Map<Address, List<OpGroup>> removing = new HashMap<>();
  private final Map<ObjectName, OpGroup> freeing = new HashMap<>();
  private final Set<Address> handedOver = new HashSet<>();

  private Connect(SeenHosts seen) {
    this.seen = seen;
  }

  /** The ops of all groups, in an order in which needs come first. */
  static Outcome<List<Op>> all(List<OpGroup> groups, Matched matched) {
    Connect connect = new Connect(matched.seen());
    groups.stream().filter(group -> !group.isEmpty()).forEach(connect::enter);
    groups.forEach(connect::handsOver);
    for (OpGroup group : groups) {
      group.change().after().ifPresent(desired -> connect.uses(group, desired.instance()));
      connect.releases(group);
    }
    Destructions destructions = new Destructions(matched.selected(), connect.removing);
    groups.forEach(destructions::order);
    ClaimOrder.order(groups);
    return sorted(groups);
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

  private static void wait(OpGroup group, Instance.Edge edge, OpGroup other) {
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
        users.forEach(op -> group.after(op, other.available()));
      }
    }
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
        for (OpGroup owner : owners) {
          if (owner != group) {
            owner.removers().forEach(remover -> owner.after(remover, List.of(op)));
          }
        }
      }
    }
  }

  /** A name is to change hands while the object that has it is still in use. */
  private static Diagnostic circle(List<Op> ops) {
    String resources =
        ops.stream()
            .map(op -> "`" + op.change() + "`")
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return Diagnostic.without(CIRCLE, "None of these changes can be the first: " + resources + ".")
        .note("One takes the name of what goes, and what goes is in use until others have changed.")
        .note("If it is the same resource under another address, say so with a `moved` line.");
  }

  /** Where what is had once goes around in a circle with other things, it has to find its way. */
  private static Outcome<List<Op>> sorted(List<OpGroup> groups) {
    List<Op> ops = finished(groups, true);
    Order order = Order.of(OpGraph.of(ops));
    if (order.isCyclic()) {
      ops = finished(groups, false);
      order = Order.of(OpGraph.of(ops));
    }
    return outcome(ops, order);
  }

  private static List<Op> finished(List<OpGroup> groups, boolean claiming) {
    return groups.stream().flatMap(group -> group.finished(claiming).stream()).toList();
  }

  private static Outcome<List<Op>> outcome(List<Op> ops, Order order) {
    return order.isCyclic()
        ? new Outcome<>(List.of(), List.of(circle(order.cycle().stream().map(ops::get).toList())))
        : new Outcome<>(order.nodes().mapToObj(ops::get).toList(), List.of());
  }
}
