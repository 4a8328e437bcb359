package dev.dvl.engine.diff;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The attributes of a kind that the program leaves out, with what the schema says of them. */
public final class WithDefaults {
  private final KindSchema kind;
  private final Unset unset;

  public WithDefaults(KindSchema kind, KindRule rule) {
    this.kind = kind;
    this.unset = new Unset(rule, Optional.empty());
  }

  /** The known defaults of those attributes outside blocks that are not {@code set}. */
  public SortedMap<String, Value> left(SortedMap<String, Value> set) {
    SortedMap<String, Value> found = new TreeMap<>();
    for (Attribute attribute : kind.attributes()) {
      if (attribute.readback() == Attribute.Readback.VALUE && !set.containsKey(attribute.name())) {
        unset
            .fallback(attribute, Optional.empty())
            .filter(value -> !value.isNull())
            .ifPresent(value -> found.put(attribute.name(), value));
      }
    }
    return found;
  }

  /** A block that is set, with the known defaults of what is left out in it. */
  public Value inside(Block block, Value set) {
    if (block.labelled() && set instanceof Value.MapOf(var labelled)) {
      SortedMap<String, Value> all = new TreeMap<>();
      labelled.forEach((label, one) -> all.put(label, filled(block, one)));
      return Value.MapOf.of(all);
    }
    return filled(block, set);
  }

  private Value filled(Block block, Value set) {
    if (!(set instanceof Value.ObjectOf(var fields))) {
      return set;
    }
    SortedMap<String, Value> all = new TreeMap<>();
    for (Attribute attribute : block.attributes()) {
      if (attribute.readback() == Attribute.Readback.VALUE) {
        Value own = fields.getOrDefault(attribute.name(), Value.Null.NULL);
        Value value =
            own.isNull()
                ? unset.fallback(attribute, Optional.empty()).orElse(Value.Null.NULL)
                : own;
        all.put(attribute.name(), value);
      }
    }
    return Value.ObjectOf.of(all);
  }
}
