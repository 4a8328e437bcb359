package dev.dvl.engine.local;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Attribute.Digest;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An attribute whose value is the digest of local files, as a schema says it.
 *
 * @param siblings the attributes beside it
 * @param block the block that it stands in
 */
record Digested(String name, Digest digest, List<Attribute> siblings, Optional<String> block) {

  /** Those of a kind. */
  static List<Digested> of(KindSchema kind) {
    List<Digested> found = new ArrayList<>();
    add(kind.attributes(), Optional.empty(), found);
    for (Block block : kind.blocks()) {
      add(block.attributes(), Optional.of(block.name()), found);
    }
    return found;
  }

  private static void add(
      List<Attribute> attributes, Optional<String> block, List<Digested> found) {
    for (Attribute it : attributes) {
      it.digest().ifPresent(of -> found.add(new Digested(it.name(), of, attributes, block)));
    }
  }

  /** Where an attribute beside it stands, or this one. */
  Path path(String attribute) {
    return block.map(it -> Path.of(it).field(attribute)).orElse(Path.of(attribute));
  }

  /** What a resource sets beside it; empty where the block is not there. */
  Optional<Map<String, Value>> beside(Map<String, Value> values) {
    if (block.isEmpty()) {
      return Optional.of(values);
    }
    return values.get(block.get()) instanceof Value.ObjectOf(var fields)
        ? Optional.of(fields)
        : Optional.empty();
  }

  /** The field that identifies an element of an attribute beside it. */
  Optional<String> by(String attribute) {
    return siblings.stream()
        .filter(it -> it.name().equals(attribute))
        .findFirst()
        .flatMap(Attribute::by);
  }

  static String text(Map<String, Value> values, String attribute) {
    return values.get(attribute) instanceof Value.Text(String text) ? text : "";
  }
}
