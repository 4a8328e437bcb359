package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.type.TypeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the schema files of kinds; all of them share one space of names.
 *
 * <p>Rules are turned into terms and their names and functions are checked, their types are not.
 */
public final class SchemaReader {
  private final Diagnostics diagnostics = new Diagnostics();
  private final Map<String, Item.Kind> kinds = new LinkedHashMap<>();
  private final Map<String, Item.Type> types = new LinkedHashMap<>();
  private final Map<String, Set<String>> facts = new HashMap<>();

  private SchemaReader() {}

  /** The kinds that {@code files} declare. */
  public static Outcome<Kinds> read(List<FileTree> files) {
    SchemaReader reader = new SchemaReader();
    files.forEach(file -> file.items().forEach(reader::declare));
    Kinds kinds = reader.read();
    return new Outcome<>(kinds, reader.diagnostics.sorted());
  }

  private void declare(Item item) {
    switch (item) {
      case Item.Kind kind -> declare(kind.name(), kind, kinds);
      case Item.Type type -> declare(type.name(), type, types);
      case Item.Broken ignored -> {}
      case Item other ->
          diagnostics.report(
              Diagnostic.at(
                  SchemaCodes.MISPLACED, other.span(), "a schema file has kinds and types only"));
    }
  }

  private <T extends Item> void declare(Name name, T item, Map<String, T> into) {
    T earlier = into.putIfAbsent(name.text(), item);
    if (earlier != null) {
      diagnostics.report(
          Diagnostic.at(SchemaCodes.TWICE, name.span(), "`" + name.text() + "` is declared already")
              .label(nameSpan(earlier), "first declared here"));
    }
  }

  private static Span nameSpan(Item item) {
    return switch (item) {
      case Item.Kind kind -> kind.name().span();
      case Item.Type type -> type.name().span();
      case Item other -> other.span();
    };
  }

  private Kinds read() {
    SchemaTypes named = new SchemaTypes(types, targets(), diagnostics);
    List<KindSchema> schemas = new ArrayList<>();
    for (Item.Kind kind : kinds.values()) {
      schemas.add(
          new KindReader(
                  kind, kinds, named, place -> facts.getOrDefault(place, Set.of()), diagnostics)
              .read());
    }
    return Kinds.of(schemas, named.all());
  }

  /** What references may point at; collects on the way what hosts tell about themselves. */
  private Map<String, TypeNames.Target> targets() {
    Map<String, TypeNames.Target> targets = new LinkedHashMap<>();
    for (Item.Kind kind : kinds.values()) {
      targets.put(kind.name().text(), TypeNames.Target.KIND);
    }
    for (Item.Kind kind : kinds.values()) {
      for (Item item : kind.body().items()) {
        if (item instanceof Item.Provides provides) {
          targets.putIfAbsent(provides.name().text(), TypeNames.Target.INTERFACE);
          facts
              .computeIfAbsent(provides.name().text(), ignored -> new LinkedHashSet<>())
              .addAll(kind.on().isEmpty() ? outputs(kind) : Set.of());
        }
      }
    }
    return targets;
  }

  private static Set<String> outputs(Item.Kind kind) {
    Set<String> names = new LinkedHashSet<>();
    for (Item item : kind.body().items()) {
      if (item instanceof Item.Output output) {
        names.add(output.name().text());
      }
    }
    return names;
  }
}
