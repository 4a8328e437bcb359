package dev.dvl.engine.plan.order;

import dev.dvl.compiler.eval.Cidr;
import dev.dvl.compiler.eval.PortMapping;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What can be had once on a host, such as a name or a port of it, is given up by one change before
 * another takes it. What that is says the schema; which calls give up and take says the provider.
 */
final class ClaimOrder {
  /** Where something can be had once: what it is on a host, and which attribute tells it. */
  private record Scope(Address host, String space) {}

  /**
   * A value that is had once.
   *
   * @param apart what keeps it apart from an equal one, such as a folder
   */
  private record Claim(Scope scope, Attribute attribute, Value value, Value apart) {
    boolean clashes(Claim other) {
      if (isApart(apart, other.apart) || isApart(other.apart, apart)) {
        return false;
      }
      if (value instanceof Value.Text(String one)
          && other.value instanceof Value.Text(String another)) {
        if (attribute.claims(ScalarKind.PORT_MAPPING)) {
          return both(PortMapping.read(one), PortMapping.read(another), PortMapping::clashes);
        }
        if (attribute.claims(ScalarKind.CIDR)) {
          return both(Cidr.read(one), Cidr.read(another), Cidr::overlaps);
        }
      }
      return value.equals(other.value);
    }

    /** A resource may be what is shown as a text. */
    private static boolean isApart(Value one, Value other) {
      return !one.equals(other) && (one.isNull() || one.getClass() == other.getClass());
    }

    private static <T> boolean both(Optional<T> one, Optional<T> other, BiPredicate<T, T> clash) {
      return one.isPresent() && other.isPresent() && clash.test(one.get(), other.get());
    }
  }

  private record Held(Claim claim, OpGroup by) {}

  private final List<OpGroup> groups;
  private final List<Pair> pairs = new ArrayList<>();

  ClaimOrder(List<OpGroup> groups) {
    this.groups = groups;
  }

  void order() {
    for (Once what : Once.values()) {
      find(what);
    }
    List<Pair> names = pairs.stream().filter(pair -> pair.what() == Once.NAME).toList();
    Chains named = new Chains(names);
    names.stream()
        .map(Pair::giver)
        .filter(giver -> !named.circle(giver).isEmpty())
        .forEach(OpGroup::stepAside);
    Chains chains = new Chains(pairs);
    pairs.forEach(pair -> pair.order(chains));
  }

  private void find(Once what) {
    Map<Scope, List<Held>> held = new HashMap<>();
    for (OpGroup group : groups) {
      if (gives(group, what)) {
        before(what, group.change())
            .forEach(
                claim ->
                    held.computeIfAbsent(claim.scope(), ignored -> new ArrayList<>())
                        .add(new Held(claim, group)));
      }
    }
    if (!held.isEmpty()) {
      groups.forEach(group -> find(what, group, held));
    }
  }

  /** A name that goes for good is free before anything of the other change begins. */
  private static boolean gives(OpGroup group, Once what) {
    boolean goes = what == Once.NAME && group.change().after().isEmpty();
    return !goes && !group.giving(what).isEmpty();
  }

  private void find(Once what, OpGroup taker, Map<Scope, List<Held>> held) {
    if (taker.taking(what).isEmpty()) {
      return;
    }
    Set<OpGroup> found = new LinkedHashSet<>();
    for (Claim claim : after(what, taker.change())) {
      for (Held there : held.getOrDefault(claim.scope(), List.of())) {
        if (there.by() != taker && there.claim().clashes(claim)) {
          found.add(there.by());
        }
      }
    }
    found.forEach(giver -> pairs.add(new Pair(what, giver, taker)));
  }

  private static List<Claim> before(Once what, Change change) {
    return change
        .before()
        .map(live -> claims(what, change, name -> shown(change.kind(), live, name)))
        .orElse(List.of());
  }

  /** What some platforms do not show among an object's values is what they call it. */
  private static Value shown(KindSchema kind, Live live, String name) {
    Value shown = live.value(name);
    boolean isName = kind.attribute(name).filter(Attribute::isName).isPresent();
    return shown.isNull() && isName ? Value.text(live.ref().name()) : shown;
  }

  private static List<Claim> after(Once what, Change change) {
    return change.after().map(desired -> claims(what, change, desired::value)).orElse(List.of());
  }

  private static List<Claim> claims(Once what, Change change, Function<String, Value> values) {
    List<Claim> found = new ArrayList<>();
    KindSchema kind = change.kind();
    Address host = change.host();
    for (Attribute attribute : kind.attributes()) {
      Value value = values.apply(attribute.name());
      if (attribute.unique().isPresent() && attribute.isName() == (what == Once.NAME)) {
        String space = attribute.unique().get().resource().orElse(kind.name());
        Value apart = attribute.unique().get().apart().map(values).orElse(Value.Null.NULL);
        add(found, new Claim(new Scope(host, space), attribute, value, apart));
      }
      if (what == Once.NAME) {
        continue;
      }
      for (String field : attribute.elements().own()) {
        String space = kind.name() + "." + attribute.name() + "." + field;
        fields(value, field)
            .forEach(
                own ->
                    found.add(new Claim(new Scope(host, space), attribute, own, Value.Null.NULL)));
      }
    }
    return found;
  }

  private static void add(List<Claim> found, Claim whole) {
    switch (whole.value()) {
      case Value.SetOf(var elements) -> elements.forEach(it -> add(found, of(whole, it)));
      case Value.ListOf(var elements) -> elements.forEach(it -> add(found, of(whole, it)));
      case Value.ObjectOf object ->
          whole.attribute().by().ifPresent(field -> add(found, of(whole, object.field(field))));
      case Value.Null _, Value.Deferred _, Value.MapOf _ -> {}
      case Value.Bool _,
          Value.Int _,
          Value.Decimal _,
          Value.Text _,
          Value.Quantity _,
          Value.Ref _ ->
          found.add(whole);
    }
  }

  private static Claim of(Claim whole, Value part) {
    return new Claim(whole.scope(), whole.attribute(), part, whole.apart());
  }

  private static List<Value> fields(Value value, String field) {
    List<Value> found = new ArrayList<>();
    List<Value> elements =
        switch (value) {
          case Value.SetOf(var all) -> all;
          case Value.ListOf(var all) -> all;
          case Value.MapOf(var all) -> List.copyOf(all.values());
          case Value.ObjectOf _, Value.Scalar _, Value.Ref _, Value.Deferred _ -> List.of();
        };
    for (Value element : elements) {
      if (element instanceof Value.ObjectOf object
          && object.field(field) instanceof Value.Text own) {
        found.add(own);
      }
    }
    return found;
  }
}
