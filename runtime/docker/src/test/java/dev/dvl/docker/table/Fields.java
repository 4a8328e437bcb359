package dev.dvl.docker.table;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of the objects that attributes hold: those that the schema has, and those that rows
 * try. Where an attribute takes several kinds of objects they are told apart by the text of their
 * {@code type}: {@code container.mounts.bind.source}.
 */
final class Fields {
  private static final Pattern SHOWN =
      Pattern.compile("([a-z0-9_.]+)\\[[^]]*](?:\\.([a-z0-9_]+).*)?");
  private static final Pattern MEMBER = Pattern.compile("type = \"([a-z]+)\"");
  private static final Pattern SET = Pattern.compile("([a-z0-9_]+) = (\"[^\"]*\"|[^\\s,}\\[{]+)");

  private Fields() {}

  static Set<String> of(KindSchema kind) {
    Set<String> found = new TreeSet<>();
    kind.attributes().forEach(it -> add(kind.name() + "." + it.name(), it, found));
    kind.blocks()
        .forEach(
            block ->
                block
                    .attributes()
                    .forEach(
                        it -> add(kind.name() + "." + block.name() + "." + it.name(), it, found)));
    return found;
  }

  private static void add(String path, Attribute attribute, Set<String> found) {
    if (!attribute.resolved()) {
      add(path, attribute.type(), found);
    }
  }

  private static void add(String path, Type type, Set<String> found) {
    List<Type.ObjectOf> objects = new ArrayList<>();
    objects(type, objects);
    for (Type.ObjectOf object : objects) {
      String member = objects.size() > 1 ? path + "." + member(object) : path;
      object
          .fields()
          .forEach(
              (name, field) -> {
                found.add(member + "." + name);
                add(member + "." + name, field.type(), found);
              });
    }
  }

  private static void objects(Type type, List<Type.ObjectOf> found) {
    switch (type) {
      case Type.ObjectOf object -> found.add(object);
      case Type.Maybe(Type inner) -> objects(inner, found);
      case Type.Refined refined -> objects(refined.base(), found);
      case Type.ListOf list -> objects(list.element(), found);
      case Type.SetOf set -> objects(set.element(), found);
      case Type.MapOf map -> objects(map.value(), found);
      case Type.Union(List<Type> members) -> members.forEach(it -> objects(it, found));
      case Type.Keyed keyed -> objects(keyed.element(), found);
      case Type.Scalar _,
          Type.Literal _,
          Type.Ref _,
          Type.Composite _,
          Type.StateOf _,
          Type.Null _,
          Type.Wrong _ -> {}
    }
  }

  private static String member(Type.ObjectOf object) {
    Type.Field tag = object.fields().get("type");
    return tag != null && tag.type() instanceof Type.Literal(Value.Text(String text), var ignored)
        ? text
        : object.name().orElse("object");
  }

  /**
   * What a row tries: the fields that the plan shows as changed from outside, what identifies an
   * element that comes and goes, and the fields that the other line of the program sets otherwise.
   */
  static Set<String> triedBy(Row row, KindSchema kind) {
    Set<String> found = new TreeSet<>();
    Matcher member = MEMBER.matcher(row.line());
    String inside = row.kind() + "." + row.path() + (member.find() ? "." + member.group(1) : "");
    String by = kind.attribute(row.path()).flatMap(Attribute::by).orElse("");
    for (String shown : row.seen()) {
      Matcher path = SHOWN.matcher(shown);
      if (path.matches() && path.group(1).equals(row.path())) {
        found.add(inside + "." + (path.group(2) == null ? by : path.group(2)));
      }
    }
    if (!row.changed().isEmpty()) {
      Map<String, String> before = set(row.line());
      set(row.changed())
          .forEach(
              (name, value) -> {
                if (!value.equals(before.get(name))) {
                  found.add(inside + "." + name);
                }
              });
    }
    return found;
  }

  private static Map<String, String> set(String line) {
    Map<String, String> found = new TreeMap<>();
    SET.matcher(line).results().forEach(it -> found.put(it.group(1), it.group(2)));
    return found;
  }
}
