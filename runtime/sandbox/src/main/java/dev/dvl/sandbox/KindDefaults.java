package dev.dvl.sandbox;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.WithDefaults;
import dev.dvl.engine.json.ValueWriter;

/**
 * The defaults of a kind, formed once for all its resources.
 *
 * @param shared those that are the same for all, as one text: ops that carry a text are not
 *     searched
 */
record KindDefaults(WithDefaults all, Value shared) {
  static KindDefaults of(KindSchema kind) {
    WithDefaults all = new WithDefaults(kind);
    return new KindDefaults(all, Value.text(ValueWriter.text(all.constant())));
  }
}
