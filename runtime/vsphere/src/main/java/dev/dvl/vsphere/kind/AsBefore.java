package dev.dvl.vsphere.kind;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the object of a change was like, in the words of a program. */
public final class AsBefore {
  private AsBefore() {}

  /** What is wanted but for the attributes that differ, which are what the live object shows. */
  public static SortedMap<String, Value> values(Change change) {
    Live live = change.before().orElseThrow();
    SortedMap<String, Value> values = new TreeMap<>(change.after().orElseThrow().values());
    change.fields().stream()
        .map(field -> field.path().attribute())
        .forEach(name -> values.put(name, live.value(name)));
    values.values().removeIf(Value::isNull);
    return values;
  }
}
