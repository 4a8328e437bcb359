package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.Fingerprints;
import dev.dvl.engine.diff.Printed;
import dev.dvl.engine.diff.SecretPlaces;
import dev.dvl.engine.diff.SharedSets;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Writes the birth record of a resource: what the program sets, and fingerprints of what the
 * platform will not show. A secret that it does show leaves a mark, not a fingerprint.
 */
record BirthRecords(Stack stack, Fingerprints fingerprints) {

  Stamp of(Instance instance, KindSchema kind, SortedMap<String, Value> values, String op) {
    Set<String> names = new TreeSet<>();
    Map<String, String> prints = new HashMap<>();
    for (Attribute attribute : kind.attributes()) {
      add(attribute, Path.of(attribute.name()), value(values, attribute.name()), names, prints);
    }
    for (Block block : kind.blocks()) {
      add(block, value(values, block.name()), names, prints);
    }
    if (!instance.common().replaceWhen().isEmpty()) {
      prints.put(ReplaceWhen.PLACE.toString(), ReplaceWhen.print(instance, fingerprints));
    }
    return new Stamp(stack, instance.address(), kind.name(), op, names, prints);
  }

  private void add(Block block, Value value, Set<String> names, Map<String, String> prints) {
    Path path = Path.of(block.name());
    if (block.labelled() && value instanceof Value.MapOf(var labelled)) {
      labelled.forEach((label, one) -> add(block, path.entry(label), one, names, prints));
    } else {
      add(block, path, value, names, prints);
    }
  }

  private void add(
      Block block, Path path, Value value, Set<String> names, Map<String, String> prints) {
    if (value instanceof Value.ObjectOf object) {
      names.add(path.toString());
      for (Attribute attribute : block.attributes()) {
        add(attribute, path.field(attribute.name()), object.field(attribute.name()), names, prints);
      }
    }
  }

  private void add(
      Attribute attribute, Path path, Value value, Set<String> names, Map<String, String> prints) {
    if (value.isNull()) {
      return;
    }
    names.add(path.toString());
    if (attribute.readback() == Attribute.Readback.HASH) {
      Printed.parts(path, value)
          .forEach((part, one) -> prints.put(part.toString(), fingerprints.of(one)));
      return;
    }
    if (value instanceof Value.MapOf(var entries)) {
      entries.keySet().forEach(key -> names.add(path.entry(key).toString()));
    }
    if (attribute.merge() == Attribute.Merge.KEYS && value instanceof Value.SetOf(var elements)) {
      elements.forEach(
          one -> SharedSets.key(one).ifPresent(key -> names.add(path.entry(key).toString())));
    }
    secrets(path, value, prints);
  }

  private static void secrets(Path path, Value value, Map<String, String> prints) {
    if (!SecretPlaces.isSecret(value)) {
      return;
    }
    if (value instanceof Value.MapOf(var entries)) {
      entries.forEach((key, one) -> secrets(path.entry(key), one, prints));
    } else {
      prints.put(path.toString(), SecretPlaces.MARK);
    }
  }

  private static Value value(Map<String, Value> values, String name) {
    return values.getOrDefault(name, Value.Null.NULL);
  }
}
