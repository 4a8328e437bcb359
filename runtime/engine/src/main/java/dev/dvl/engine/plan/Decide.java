package dev.dvl.engine.plan;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.diff.Inside;
import dev.dvl.engine.graph.Graph;
import dev.dvl.engine.graph.Order;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Draft.Decided;
import dev.dvl.engine.plan.Draft.Fate;
import dev.dvl.engine.provider.HostView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what each resource comes to, those that others refer to first: a resource whose object is
 * made anew leaves its readers with a value that is not known, so they differ by themselves.
 */
final class Decide implements PlanStep {
  @Override
  public void run(Draft draft) {
    List<Instance> all = new ArrayList<>(draft.instances.values());
    for (int index : order(all).nodes().toArray()) {
      Instance instance = all.get(index);
      Address address = instance.address();
      if (draft.inputs.options().destroy() || !draft.selected.containsKey(address)) {
        draft.fates.put(address, draft.own.containsKey(address) ? Fate.STAYS : Fate.MADE);
      } else {
        decide(draft, instance);
      }
    }
  }

  private static Order order(List<Instance> all) {
    Map<Address, Integer> numbers = new HashMap<>();
    all.forEach(instance -> numbers.put(instance.address(), numbers.size()));
    Graph.Builder edges = new Graph.Builder(all.size());
    for (int i = 0; i < all.size(); i++) {
      for (Instance.Edge edge : all.get(i).edges()) {
        Integer needed = numbers.get(edge.to());
        if (needed != null && needed != i) {
          edges.edge(needed, i);
        }
      }
    }
    Order order = Order.of(edges.build());
    if (order.isCyclic()) {
      throw new IllegalArgumentException(
          "resources need each other in a circle: "
              + order.cycle().stream().map(i -> all.get(i).address()).toList());
    }
    return order;
  }

  private static void decide(Draft draft, Instance instance) {
    Address address = instance.address();
    KindSchema kind = draft.kinds.get(instance.kind());
    Address host = draft.host(address).address();
    if (draft.views.get(host) instanceof HostView.Unreadable(String why, var ignored)) {
      draft.fates.put(address, Fate.UNDECIDED);
      add(
          draft,
          new Change(
              address,
              kind,
              Action.UNDECIDED,
              host,
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Impact.NONE,
              List.of(why)));
      return;
    }
    Verdict verdict = new Verdict(draft, instance, kind, host, resolved(draft, host, address));
    Live live = draft.own.get(address);
    Optional<Decided> change = live == null ? Optional.of(verdict.create()) : verdict.compare(live);
    change.ifPresentOrElse(draft.decided::add, () -> draft.unchanged++);
    change.ifPresent(
        it -> {
          draft.impacts.put(address, it.change().impact());
          draft.actions.put(address, it.change().action());
          if (joins(it.change())) {
            draft.joining.add(address);
          }
        });
    draft.fates.put(address, change.map(Decide::fate).orElse(Fate.STAYS));
  }

  private static boolean joins(Change change) {
    return change.fields().stream()
        .map(field -> change.kind().attribute(field.path().attribute()))
        .anyMatch(attribute -> attribute.filter(Attribute::samePlace).isPresent());
  }

  private static Fate fate(Decided decided) {
    Action action = decided.change().action();
    if (action == Action.CREATE || action.replaces()) {
      return Fate.MADE;
    }
    boolean stays = action == Action.CONDITIONAL || decided.change().fields().isEmpty();
    return stays ? Fate.STAYS : Fate.CHANGES;
  }

  private static void add(Draft draft, Change change) {
    draft.decided.add(new Decided(draft.inputs.ids().get(), change));
  }

  static Map<String, Value> resolved(Draft draft, Address host, Address address) {
    return draft.views.get(host) instanceof HostView.Readable(var ignored, Inventory live)
        ? live.resolved().getOrDefault(address, Map.of())
        : Map.of();
  }

  /** The object of a resource that this plan leaves in its place. */
  static Optional<Ref> object(Draft draft, Address address) {
    Fate fate = draft.fates.get(address);
    return fate == Fate.STAYS || fate == Fate.CHANGES
        ? Optional.ofNullable(draft.own.get(address)).map(Live::ref)
        : Optional.empty();
  }

  /** What a live object shows at a path, outputs first. */
  static Optional<Value> shown(Live live, Path path) {
    Value value = live.output(path.attribute());
    value = value.isNull() ? live.value(path.attribute()) : value;
    value = Inside.of(value, path);
    return value.isNull() ? Optional.empty() : Optional.of(value);
  }
}
