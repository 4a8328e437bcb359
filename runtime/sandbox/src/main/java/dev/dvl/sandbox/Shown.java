package dev.dvl.sandbox;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.KindRule;
import dev.dvl.engine.diff.WithDefaults;
import java.util.SortedMap;
import java.util.TreeMap;

/** The part of a resource's values that its platform would show. */
final class Shown {
  private Shown() {}

  static SortedMap<String, Value> of(KindSchema kind, SortedMap<String, Value> set, KindRule rule) {
    SortedMap<String, Value> shown = new TreeMap<>();
    for (Attribute attribute : kind.attributes()) {
      Value value = set.get(attribute.name());
      if (value != null && attribute.readback() == Attribute.Readback.VALUE) {
        shown.put(attribute.name(), value);
      }
    }
    for (Block block : kind.blocks()) {
      Value value = set.get(block.name());
      if (value != null) {
        shown.put(block.name(), WithDefaults.inside(block, value, rule));
      }
    }
    return shown;
  }
}
