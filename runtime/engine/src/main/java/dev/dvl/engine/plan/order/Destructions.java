package dev.dvl.engine.plan.order;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.reading.Selected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Orders destructions: what uses an object goes, or stops using it, before the object does. Edges
 * come from the program where it still has the resource, else from what the live object shows.
 */
final class Destructions {
  private record Shown(Address host, String kind, String text) {}

  private final Selected selected;
  private final Map<Address, List<OpGroup>> removing;
  private final Map<Shown, OpGroup> bySight = new HashMap<>();

  Destructions(Selected selected, Map<Address, List<OpGroup>> removing) {
    this.selected = selected;
    this.removing = removing;
    removing.values().forEach(groups -> groups.forEach(this::enter));
  }

  private void enter(OpGroup group) {
    group
        .change()
        .before()
        .ifPresent(
            live -> {
              Address host = group.change().host();
              bySight.put(new Shown(host, live.ref().kind(), live.ref().id()), group);
              bySight.put(new Shown(host, live.ref().kind(), live.ref().name()), group);
            });
  }

  /** Makes the destruction of all that the old object of {@code group} uses wait for the group. */
  void order(OpGroup group) {
    Set<OpGroup> used = new HashSet<>();
    group.change().before().ifPresent(live -> byLive(group, live, used));
    if (group.change().after().isEmpty()) {
      byProgram(group, used);
    }
    used.remove(group);
    for (OpGroup other : used) {
      if (!group.releases(other.change().address())) {
        other.roots().forEach(op -> other.after(op, group.sinks()));
      }
    }
  }

  private void byProgram(OpGroup group, Set<OpGroup> used) {
    selected.instance(group.change().address()).stream()
        .flatMap(instance -> instance.edges().stream())
        .forEach(edge -> used.addAll(removing.getOrDefault(edge.to(), List.of())));
  }

  private void byLive(OpGroup group, Live live, Set<OpGroup> used) {
    for (Attribute attribute : group.change().kind().attributes()) {
      List<String> targets = new ArrayList<>();
      RefTargets.collect(attribute.type(), targets);
      if (!targets.isEmpty()) {
        texts(live.value(attribute.name())).forEach(text -> look(group, targets, text, used));
      }
    }
  }

  private static Stream<String> texts(Value value) {
    return value.leaves().filter(Value.Text.class::isInstance).map(it -> ((Value.Text) it).value());
  }

  private void look(OpGroup group, List<String> kinds, String text, Set<OpGroup> used) {
    for (String kind : kinds) {
      OpGroup found = bySight.get(new Shown(group.change().host(), kind, text));
      if (found != null) {
        used.add(found);
      }
    }
  }

  /** The kinds that a type can refer to. */
  private static final class RefTargets {
    private RefTargets() {}

    static void collect(Type type, List<String> into) {
      switch (type) {
        case Type.Ref(String target, boolean isInterface, var ignored) -> into.add(target);
        case Type.ListOf list -> collect(list.element(), into);
        case Type.SetOf set -> collect(set.element(), into);
        case Type.MapOf map -> collect(map.value(), into);
        case Type.ObjectOf object ->
            object.fields().values().forEach(field -> collect(field.type(), into));
        case Type.Union union -> union.members().forEach(member -> collect(member, into));
        case Type.Maybe maybe -> collect(maybe.inner(), into);
        case Type.Refined refined -> collect(refined.base(), into);
        case Type.Keyed keyed -> collect(keyed.element(), into);
        case Type.Scalar _,
            Type.Literal _,
            Type.Composite _,
            Type.StateOf _,
            Type.Null _,
            Type.Wrong _ -> {}
      }
    }
  }
}
