package dev.dvl.docker.attribute;

import dev.dvl.compiler.value.Value;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a reading found: values, defaults and outputs, to be filled attribute by attribute. */
public record ShownValues(
    SortedMap<String, Value> values,
    SortedMap<String, Value> defaults,
    SortedMap<String, Value> outputs) {

  public ShownValues() {
    this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  public void put(String attribute, Value live, Value unset) {
    values.put(attribute, live);
    defaults.put(attribute, unset);
  }

  public void output(String name, Value value) {
    if (!value.isNull()) {
      outputs.put(name, value);
    }
  }
}
