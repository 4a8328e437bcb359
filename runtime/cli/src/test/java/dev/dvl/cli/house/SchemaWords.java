package dev.dvl.cli.house;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.type.Type;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All that the schemas of kinds give a name to. */
final class SchemaWords {
  private final Set<String> words = new TreeSet<>();

  private SchemaWords() {}

  static Set<String> of(Kinds kinds) {
    SchemaWords all = new SchemaWords();
    kinds.byName().values().forEach(all::add);
    kinds.types().values().forEach(type -> all.add(type.name(), type.type()));
    return all.words;
  }

  private void add(KindSchema kind) {
    words.add(kind.name());
    kind.placedOn().ifPresent(words::add);
    kind.provides().forEach(it -> words.add(it.name()));
    kind.attributes().forEach(this::add);
    kind.blocks()
        .forEach(
            block -> {
              words.add(block.name());
              block.attributes().forEach(this::add);
            });
    kind.outputs().forEach(it -> add(it.name(), it.type()));
    kind.states().forEach(it -> words.add(it.name()));
  }

  private void add(Attribute attribute) {
    add(attribute.name(), attribute.type());
    attribute.unique().flatMap(Attribute.Unique::resource).ifPresent(this::addPath);
    attribute.consumes().ifPresent(this::addPath);
  }

  private void addPath(String path) {
    words.addAll(List.of(path.split("\\.")));
  }

  private void add(String name, Type type) {
    words.add(name);
    switch (type) {
      case Type.ObjectOf object ->
          object.fields().values().forEach(it -> add(it.name(), it.type()));
      case Type.ListOf(Type element, _) -> add(name, element);
      case Type.SetOf(Type element, _) -> add(name, element);
      case Type.MapOf(Type element, _) -> add(name, element);
      case Type.Maybe(Type inner) -> add(name, inner);
      case Type.Refined refined -> add(name, refined.base());
      case Type.Union(List<Type> members) -> members.forEach(it -> add(name, it));
      case Type _ -> {}
    }
  }
}
