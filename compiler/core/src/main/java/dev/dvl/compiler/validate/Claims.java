package dev.dvl.compiler.validate;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What instances claim of a scope in which each value may occur once. */
final class Claims {
  private Claims() {}

  /** One value that an instance claims on its place. */
  record Claim(Instance instance, Attribute attribute, Value value) {
    Span span() {
      return instance.originOf(Path.of(attribute.name()));
    }
  }

  /**
   * The claims on what {@code wanted} says in the order of the text; elements of sets and lists one
   * by one.
   */
  static List<Claim> of(Facts facts, Predicate<Optional<String>> wanted) {
    List<Claim> claims = new ArrayList<>();
    Map<String, List<Attribute>> unique = new HashMap<>();
    for (Instance instance : facts.program().instances()) {
      for (Attribute attribute :
          unique.computeIfAbsent(instance.kind(), it -> unique(facts.kind(instance), wanted))) {
        add(claims, instance, attribute, instance.value(attribute.name()));
      }
    }
    claims.sort(Comparator.comparingInt(claim -> claim.instance().origin().start()));
    return claims;
  }

  private static List<Attribute> unique(KindSchema kind, Predicate<Optional<String>> wanted) {
    return kind.attributes().stream()
        .filter(
            attribute -> attribute.unique().filter(it -> wanted.test(it.resource())).isPresent())
        .toList();
  }

  private static void add(List<Claim> claims, Instance instance, Attribute attribute, Value value) {
    switch (value) {
      case Value.SetOf(var elements) ->
          elements.forEach(element -> add(claims, instance, attribute, element));
      case Value.ListOf(var elements) ->
          elements.forEach(element -> add(claims, instance, attribute, element));
      case Value.ObjectOf object ->
          attribute.by().ifPresent(field -> add(claims, instance, attribute, object.field(field)));
      case Value.Null ignored -> {}
      case Value.Deferred ignored -> {}
      case Value other -> claims.add(new Claim(instance, attribute, other));
    }
  }
}
