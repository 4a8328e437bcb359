package dev.dvl.contract.spelling;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A resource in which one attribute is written otherwise.
 *
 * @param title the attribute, and what it is now
 * @param text the resource in a program
 */
public record Spelled(String title, String name, String text) {

  /**
   * Every spelling of one attribute of a resource.
   *
   * @param path the attribute, with its block before it: {@code health.interval}
   */
  public static List<Spelled> of(KindSchema kind, Instance instance, String path) {
    int dot = path.indexOf('.');
    List<Spelled> found = new ArrayList<>();
    if (dot < 0) {
      Attribute attribute = kind.attribute(path).orElseThrow();
      for (Value value : spellings(attribute, instance.value(path))) {
        found.add(spelled(kind, instance, path, path, value, value, found.size()));
      }
      return found;
    }
    Block block = kind.block(path.substring(0, dot)).orElseThrow();
    Attribute attribute = block.attribute(path.substring(dot + 1)).orElseThrow();
    Value written = instance.value(block.name());
    for (Value value : spellings(attribute, first(written).field(attribute.name()))) {
      Value whole = with(written, attribute.name(), value);
      found.add(spelled(kind, instance, path, block.name(), whole, value, found.size()));
    }
    return found;
  }

  /** A block, or the first of several with labels. */
  private static Value.ObjectOf first(Value block) {
    return switch (block) {
      case Value.ObjectOf one -> one;
      case Value.MapOf(var labelled) when !labelled.isEmpty() ->
          first(labelled.values().iterator().next());
      case Value ignored -> Value.ObjectOf.of(Map.of());
    };
  }

  private static Value with(Value block, String attribute, Value value) {
    if (block instanceof Value.MapOf(var labelled) && !labelled.isEmpty()) {
      Map<String, Value> all = new TreeMap<>(labelled);
      all.compute(labelled.firstKey(), (label, one) -> with(first(block), attribute, value));
      return Value.MapOf.of(all);
    }
    Map<String, Value> changed = new TreeMap<>(first(block).fields());
    changed.put(attribute, value);
    return Value.ObjectOf.of(changed);
  }

  private static Set<Value> spellings(Attribute attribute, Value value) {
    Set<Value> found = new LinkedHashSet<>(Spellings.of(attribute.type(), value));
    found.addAll(Spellings.empty(attribute.type()));
    standard(attribute.unset()).forEach(found::add);
    found.remove(value);
    return found;
  }

  /** What unset means, written out, where the schema says it as a value. */
  private static List<Value> standard(Attribute.Default unset) {
    return switch (unset) {
      case Attribute.Default.Sent(Term.Literal(Value value)) -> List.of(value);
      case Attribute.Default.Engine(Term.Literal(Value value)) when !value.isNull() ->
          List.of(value);
      case Attribute.Default _ -> List.of();
    };
  }

  /** Of names that dvl makes each resource gets its own. */
  private static boolean isMade(KindSchema kind, String attribute) {
    return kind.attribute(attribute)
        .filter(it -> it.unset() instanceof Attribute.Default.Made)
        .isPresent();
  }

  private static Spelled spelled(
      KindSchema kind,
      Instance instance,
      String path,
      String part,
      Value whole,
      Value value,
      int count) {
    String name = instance.address() + "_s" + count;
    Map<String, Value> values = new TreeMap<>(instance.values());
    values.keySet().removeIf(it -> isMade(kind, it));
    values.put(part, whole);
    String head = kind.name() + " " + name + " on " + instance.place();
    return new Spelled(
        kind.name() + "." + path + " = " + ProgramText.of(value),
        name,
        ProgramText.resource(kind, head, values));
  }
}
