package dev.dvl.compiler.validate;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What instances claim of a scope in which each value may occur once. */
final class Claims {
  private Claims() {}

  /** One value that an instance claims on its place. */
  record Claim(AttributeValue by, Value value) {
    Instance instance() {
      return by.instance();
    }

    Attribute attribute() {
      return by.attribute();
    }

    /** Where it may occur once: its own kind, or what several kinds share, on its place. */
    Scope scope() {
      return new Scope(
          instance().place(),
          attribute().unique().orElseThrow().resource().orElse(instance().kind()));
    }

    Span span() {
      return by.span();
    }
  }

  /**
   * What is claimed once.
   *
   * @param space a kind, or what several kinds share their values in
   */
  record Scope(Address place, String space) {}

  /**
   * The claims of unique attributes that are {@code wanted} in the order of the text; elements of
   * sets and lists one by one.
   */
  static List<Claim> of(Facts facts, Predicate<Attribute> wanted) {
    List<Claim> claims = new ArrayList<>();
    new RuledAttributes(facts, it -> it.unique().isPresent() && wanted.test(it))
        .all()
        .forEach(by -> add(claims, by, by.value()));
    claims.sort(Comparator.comparingInt(claim -> claim.instance().origin().start()));
    return claims;
  }

  private static void add(List<Claim> claims, AttributeValue by, Value value) {
    switch (value) {
      case Value.SetOf(var elements) -> elements.forEach(element -> add(claims, by, element));
      case Value.ListOf(var elements) -> elements.forEach(element -> add(claims, by, element));
      case Value.ObjectOf object ->
          by.attribute().by().ifPresent(field -> add(claims, by, object.field(field)));
      case Value.Null ignored -> {}
      case Value.Deferred ignored -> {}
      case Value other -> claims.add(new Claim(by, other));
    }
  }
}
