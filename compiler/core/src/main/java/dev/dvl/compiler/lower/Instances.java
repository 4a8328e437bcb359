package dev.dvl.compiler.lower;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds the instances and hosts of the program from what has been unfolded. */
final class Instances {
  static final Set<String> COMMON =
      Set.of("after", "protect", "update", "timeouts", "replace_when");

  private final Session session;
  private final Placing placing;

  Instances(Session session) {
    this.session = session;
    this.placing = new Placing(session);
  }

  List<HostInstance> hosts() {
    List<HostInstance> hosts = new ArrayList<>();
    for (Symbol.Host host : session.names.hosts()) {
      for (Slot slot : session.unfolding.slots(host)) {
        SortedMap<String, Value> values = values(slot, Optional.empty());
        hosts.add(new HostInstance(slot.address(), slot.kind().name(), values, slot.span()));
      }
    }
    hosts.sort(Comparator.comparing(HostInstance::address));
    return hosts;
  }

  /** By address. */
  List<Instance> resources() {
    List<Instance> instances = new ArrayList<>();
    for (Symbol.Resource resource : session.names.resources()) {
      for (Slot slot : session.unfolding.slots(resource)) {
        if (session.budget.isExhausted()) {
          return instances;
        }
        instance(slot, resource).ifPresent(instances::add);
      }
    }
    instances.sort(Comparator.comparing(Instance::address));
    return instances;
  }

  private Optional<Instance> instance(Slot slot, Symbol.Resource resource) {
    Budget.Spender before =
        session.budget.enter(resource, "`" + resource.name() + "`", resource.span());
    try {
      Map<Path, dev.dvl.compiler.source.Span> origins = session.settings.index(slot).origins();
      Edges edges = new Edges(origins, slot.span());
      Placing.Place place = placing.of(slot, resource);
      edges.on(place.address(), place.span());
      SortedMap<String, Value> values = values(slot, Optional.of(edges));
      Instance.Common common = common(slot, edges);
      return Optional.of(
          new Instance(
              slot.address(),
              slot.kind().name(),
              place.address(),
              values,
              edges.sorted(),
              common,
              slot.span(),
              origins));
    } catch (Failure e) {
      session.report(about(e, slot));
      return Optional.empty();
    } finally {
      session.budget.leave(before);
    }
  }

  private SortedMap<String, Value> values(Slot slot, Optional<Edges> edges) {
    SortedMap<String, Value> values = new TreeMap<>();
    for (String name : session.settings.written(slot)) {
      boolean common = COMMON.contains(name) && slot.kind().attribute(name).isEmpty();
      if (!common) {
        put(slot, name, values, edges);
      }
    }
    for (String name : session.settings.filled(slot.kind())) {
      if (!values.containsKey(name)) {
        put(slot, name, values, edges);
      }
    }
    return values;
  }

  /** What is wrong with one attribute says nothing about the others. */
  private void put(Slot slot, String name, SortedMap<String, Value> values, Optional<Edges> edges) {
    try {
      Value value = session.settings.value(slot, name);
      if (!value.isNull()) {
        values.put(name, value);
        edges.ifPresent(it -> it.uses(Path.of(name), value, by(slot, name)));
      }
    } catch (Failure e) {
      session.report(about(e, slot));
    }
  }

  private static Optional<String> by(Slot slot, String name) {
    return slot.kind().attribute(name).flatMap(Attribute::by);
  }

  private static Failure about(Failure failure, Slot slot) {
    return slot.isKeyed() ? failure.note("This is about `" + slot.address() + "`.") : failure;
  }

  private Instance.Common common(Slot slot, Edges edges) throws Failure {
    BodyIndex index = session.settings.index(slot);
    if (!index.hasCommon()) {
      return Instance.Common.NONE;
    }
    if (index.attribute("after").isPresent() && slot.kind().attribute("after").isEmpty()) {
      edges.after(session.settings.value(slot, "after"), session.settings.span(slot, "after"));
    }
    boolean protect = session.settings.value(slot, "protect").equals(Value.of(true));
    List<Value> replaceWhen =
        session.settings.value(slot, "replace_when") instanceof Value.ListOf(var elements)
            ? elements
            : List.of();
    replaceWhen.forEach(value -> edges.uses(Path.of("replace_when"), value, Optional.empty()));
    return new Instance.Common(
        protect,
        update(session.settings.value(slot, "update")),
        fields(session.settings.value(slot, "timeouts")),
        replaceWhen);
  }

  private static Instance.Update update(Value block) {
    Map<String, Value> fields = fields(block);
    boolean startFirst = Value.text("start_first").equals(fields.get("order"));
    boolean stop = Value.text("stop").equals(fields.get("on_failure"));
    Instance.Update unset = Instance.Update.DEFAULT;
    return new Instance.Update(
        startFirst ? Instance.Update.Order.START_FIRST : unset.order(),
        fields.get("wait") instanceof Value.Text(String wait) ? wait : unset.waitFor(),
        stop ? Instance.Update.OnFailure.STOP : unset.onFailure());
  }

  private static Map<String, Value> fields(Value value) {
    return switch (value) {
      case Value.ObjectOf(var fields) -> fields;
      case Value.MapOf(var entries) -> entries;
      case Value ignored -> Map.of();
    };
  }
}
