package dev.dvl.compiler.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The kinds that a program may use, by name. */
public record Kinds(Map<String, KindSchema> byName) {
  public static final Kinds NONE = new Kinds(Map.of());

  public Kinds {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  public static Kinds of(Collection<KindSchema> schemas) {
    Map<String, KindSchema> byName = new LinkedHashMap<>();
    schemas.forEach(schema -> byName.put(schema.name(), schema));
    return new Kinds(byName);
  }

  public Optional<KindSchema> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The schema of a kind that a checked program uses. */
  public KindSchema get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no such kind: " + name));
  }
}
