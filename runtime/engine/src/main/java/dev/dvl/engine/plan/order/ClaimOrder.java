package dev.dvl.engine.plan.order;

import dev.dvl.compiler.eval.Cidr;
import dev.dvl.compiler.eval.PortMapping;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be had once on a host, such as a port of it, is given up by one change before another
 * takes it. What that is says the schema; which calls give up and take says the provider.
 */
final class ClaimOrder {
  /** Where something can be had once: what it is on a host, and which attribute tells it. */
  private record Scope(Address host, String space) {}

  /** A value that is had once. */
  private record Claim(Scope scope, Attribute attribute, Value value) {
    boolean clashes(Claim other) {
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

    private static <T> boolean both(
        Optional<T> one, Optional<T> other, java.util.function.BiPredicate<T, T> clash) {
      return one.isPresent() && other.isPresent() && clash.test(one.get(), other.get());
    }
  }

  private record Held(Claim claim, OpGroup by) {}

  private ClaimOrder() {}

  static void order(List<OpGroup> groups) {
    Map<Scope, List<Held>> held = new HashMap<>();
    for (OpGroup group : groups) {
      if (!group.giving().isEmpty()) {
        before(group.change())
            .forEach(
                claim ->
                    held.computeIfAbsent(claim.scope(), ignored -> new ArrayList<>())
                        .add(new Held(claim, group)));
      }
    }
    if (!held.isEmpty()) {
      groups.forEach(group -> order(group, held));
    }
  }

  private static void order(OpGroup taker, Map<Scope, List<Held>> held) {
    if (taker.taking().isEmpty()) {
      return;
    }
    for (Claim claim : after(taker.change())) {
      for (Held there : held.getOrDefault(claim.scope(), List.of())) {
        if (there.by() != taker && there.claim().clashes(claim)) {
          taker.taking().forEach(op -> taker.afterClaim(op, there.by().giving()));
        }
      }
    }
  }

  private static List<Claim> before(Change change) {
    return change
        .before()
        .map(live -> claims(change.host(), change.kind(), live.values()))
        .orElse(List.of());
  }

  private static List<Claim> after(Change change) {
    return change
        .after()
        .map(desired -> claims(change.host(), change.kind(), desired.values()))
        .orElse(List.of());
  }

  private static List<Claim> claims(Address host, KindSchema kind, Map<String, Value> values) {
    List<Claim> found = new ArrayList<>();
    for (Attribute attribute : kind.attributes()) {
      Value value = values.getOrDefault(attribute.name(), Value.Null.NULL);
      if (attribute.unique().isPresent() && !attribute.isName()) {
        String space = attribute.unique().get().resource().orElse(kind.name());
        add(found, new Claim(new Scope(host, space), attribute, value));
      }
      for (String field : attribute.elements().own()) {
        String space = kind.name() + "." + attribute.name() + "." + field;
        fields(value, field)
            .forEach(own -> found.add(new Claim(new Scope(host, space), attribute, own)));
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
    return new Claim(whole.scope(), whole.attribute(), part);
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
