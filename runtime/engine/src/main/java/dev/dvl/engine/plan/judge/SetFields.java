package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.diff.SecretPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The fields that a creation sets; a map or object with an unknown part is listed by its parts. */
final class SetFields {
  private SetFields() {}

  static List<FieldChange> of(SortedMap<String, Value> values) {
    List<FieldChange> fields = new ArrayList<>();
    values.forEach((name, value) -> add(Path.of(name), value, fields));
    return fields;
  }

  private static void add(Path path, Value value, List<FieldChange> fields) {
    if (!value.isKnown() && value instanceof Value.MapOf(var entries)) {
      entries.forEach((key, entry) -> add(path.entry(key), entry, fields));
    } else if (!value.isKnown() && value instanceof Value.ObjectOf(var parts)) {
      parts.forEach((name, part) -> add(path.field(name), part, fields));
    } else if (!value.isNull()) {
      fields.add(
          new FieldChange(path, Value.Null.NULL, value, SecretPlaces.isSecret(value), Impact.NONE));
    }
  }
}
