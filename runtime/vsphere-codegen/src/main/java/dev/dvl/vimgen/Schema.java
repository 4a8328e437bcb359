package dev.dvl.vimgen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types and methods in use; every type that is named is there. */
public record Schema(Map<String, DataType> types, Map<String, Method> methods) {

  public Schema {
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
  }

  /**
   * The type of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public DataType type(String name) {
    DataType type = types.get(name);
    if (type == null) {
      throw new IllegalArgumentException("the schema has no type " + name);
    }
    return type;
  }

  /** All properties in the order of the wire: those of the base first. */
  public List<Property> properties(DataType type) {
    List<Property> all = new ArrayList<>();
    type.base().ifPresent(base -> all.addAll(properties(type(base))));
    all.addAll(type.own());
    return List.copyOf(all);
  }

  /** The types that name {@code type} as their base. */
  public List<DataType> children(DataType type) {
    return types.values().stream()
        .filter(it -> it.base().equals(Optional.of(type.name())))
        .toList();
  }

  /** Whether {@code name} is {@code ancestor} or comes from it. */
  public boolean isA(String name, String ancestor) {
    return name.equals(ancestor)
        || type(name).base().map(base -> isA(base, ancestor)).orElse(false);
  }
}
