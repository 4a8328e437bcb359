package dev.dvl.compiler.validate;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The attributes of which a schema says that some rule holds for them, wherever they stand in their
 * kinds; each kind is searched once.
 */
final class RuledAttributes {
  private final Facts facts;
  private final Predicate<Attribute> ruled;
  private final Map<String, List<Declared>> byKind = new HashMap<>();

  RuledAttributes(Facts facts, Predicate<Attribute> ruled) {
    this.facts = facts;
    this.ruled = ruled;
  }

  private record Declared(Optional<Block> block, Attribute attribute) {}

  /** What all instances set for them, in the order of the program. */
  List<AttributeValue> all() {
    List<AttributeValue> all = new ArrayList<>();
    facts.program().instances().forEach(instance -> add(instance, all));
    return all;
  }

  /** What one instance sets for them. */
  List<AttributeValue> of(Instance instance) {
    List<AttributeValue> found = new ArrayList<>();
    add(instance, found);
    return found;
  }

  private void add(Instance instance, List<AttributeValue> to) {
    for (Declared it : byKind.computeIfAbsent(instance.kind(), kind -> in(facts.kind(instance)))) {
      String top = it.block.map(Block::name).orElse(it.attribute.name());
      add(instance, it, Path.of(top), instance.value(top), to);
    }
  }

  private static void add(
      Instance instance, Declared it, Path path, Value value, List<AttributeValue> to) {
    if (it.block.isEmpty()) {
      to.add(new AttributeValue(instance, path, it.attribute, value));
      return;
    }
    String name = it.attribute.name();
    switch (value) {
      case Value.ObjectOf block ->
          to.add(new AttributeValue(instance, path.field(name), it.attribute, block.field(name)));
      case Value.MapOf(var labelled) ->
          labelled.forEach((label, block) -> add(instance, it, path.entry(label), block, to));
      case Value ignored -> {}
    }
  }

  private List<Declared> in(KindSchema kind) {
    List<Declared> found = new ArrayList<>();
    kind.attributes().stream()
        .filter(ruled)
        .forEach(it -> found.add(new Declared(Optional.empty(), it)));
    for (Block block : kind.blocks()) {
      block.attributes().stream()
          .filter(ruled)
          .forEach(it -> found.add(new Declared(Optional.of(block), it)));
    }
    return found;
  }
}
