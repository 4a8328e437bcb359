package dev.dvl.engine.diff;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the attributes of a kind come to where a program leaves them out. Most defaults are the same
 * for all resources of a kind; they are formed once.
 */
public final class WithDefaults {
  private final List<Attribute> dependent = new ArrayList<>();
  private final Value constant;

  public WithDefaults(KindSchema kind) {
    SortedMap<String, Value> found = new TreeMap<>();
    for (Attribute attribute : kind.attributes()) {
      if (attribute.readback() == Attribute.Readback.VALUE) {
        Optional<Value> value = constant(attribute.unset());
        value.ifPresentOrElse(it -> found.put(attribute.name(), it), () -> depends(attribute));
      }
    }
    this.constant = Value.ObjectOf.of(found);
  }

  /** The defaults that every resource of the kind has, also those that one of them overrides. */
  public Value constant() {
    return constant;
  }

  /** The defaults that hang on what {@code set} has, for attributes that are not set. */
  public SortedMap<String, Value> dependent(Map<String, Value> set, KindRule rule) {
    Unset unset = new Unset(rule, Optional.empty());
    SortedMap<String, Value> found = new TreeMap<>();
    for (Attribute attribute : dependent) {
      if (!set.containsKey(attribute.name())) {
        unset
            .fallback(attribute, Optional.empty())
            .filter(value -> !value.isNull())
            .ifPresent(value -> found.put(attribute.name(), value));
      }
    }
    return found;
  }

  /** A block that is set, with the known defaults of what is left out in it. */
  public static Value inside(Block block, Value set, KindRule rule) {
    if (block.labelled() && set instanceof Value.MapOf(var labelled)) {
      SortedMap<String, Value> all = new TreeMap<>();
      labelled.forEach((label, one) -> all.put(label, filled(block, one, rule)));
      return Value.MapOf.of(all);
    }
    return filled(block, set, rule);
  }

  private static Value filled(Block block, Value set, KindRule rule) {
    if (!(set instanceof Value.ObjectOf(var fields))) {
      return set;
    }
    Unset unset = new Unset(rule, Optional.empty());
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

  private void depends(Attribute attribute) {
    boolean none =
        attribute.unset() instanceof Attribute.Default.Made
            || attribute.unset() instanceof Attribute.Default.Unmanaged
            || (attribute.unset() instanceof Attribute.Default.Image(String path, var otherwise)
                && otherwise.isEmpty());
    if (!none) {
      dependent.add(attribute);
    }
  }

  private static Optional<Value> constant(Attribute.Default unset) {
    return switch (unset) {
      case Attribute.Default.Sent(Term.Literal(Value value)) -> Optional.of(value);
      case Attribute.Default.Engine(Term.Literal(Value value)) -> Optional.of(value);
      case Attribute.Default.Image(String ignored, var otherwise) ->
          otherwise.flatMap(
              term ->
                  term instanceof Term.Literal(Value value)
                      ? Optional.of(value)
                      : Optional.empty());
      case Attribute.Default.Sent _,
          Attribute.Default.Engine _,
          Attribute.Default.Made _,
          Attribute.Default.Unmanaged _,
          Attribute.Default.When _ ->
          Optional.empty();
    };
  }
}
