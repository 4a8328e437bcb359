package dev.dvl.compiler.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds that a program may use, by name.
 *
 * @param types the named types that their attributes use
 */
public record Kinds(Map<String, KindSchema> byName, Map<String, NamedType> types) {
  public static final Kinds NONE = new Kinds(Map.of(), Map.of());

  public Kinds {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }

  public static Kinds of(Collection<KindSchema> schemas) {
    return of(schemas, List.of());
  }

  public static Kinds of(Collection<KindSchema> schemas, Collection<NamedType> types) {
    Map<String, KindSchema> byName = new LinkedHashMap<>();
    for (KindSchema schema : schemas) {
      byName.put(schema.name(), schema);
    }
    Map<String, NamedType> typesByName = new LinkedHashMap<>();
    for (NamedType type : types) {
      typesByName.put(type.name(), type);
    }
    return new Kinds(byName, typesByName);
  }

  public Optional<KindSchema> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The schema of a kind that a checked program uses. */
  public KindSchema get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no such kind: " + name));
  }
}
