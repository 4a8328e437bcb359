package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.SecretPlaces;
import dev.dvl.engine.live.Live;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A live object as it is handed on once it has been compared: without the values of attributes that
 * take secrets, so that none gets into an op or a saved plan.
 */
final class Masked {
  private Masked() {}

  static Live of(KindSchema kind, Live live) {
    SortedMap<String, Value> values = new TreeMap<>(live.values());
    kind.attributes().stream()
        .filter(attribute -> SecretPlaces.accepts(attribute.type()))
        .forEach(attribute -> values.remove(attribute.name()));
    kind.blocks().stream()
        .filter(
            block -> block.attributes().stream().anyMatch(it -> SecretPlaces.accepts(it.type())))
        .forEach(block -> values.remove(block.name()));
    return new Live(
        live.ref(),
        live.standing(),
        live.stamp(),
        values,
        live.defaults(),
        live.outputs(),
        live.restart(),
        live.unreadable());
  }
}
