package dev.dvl.vsphere.wire.vim;

import dev.dvl.vimgen.Property;
import dev.dvl.vimgen.Property.Count;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The types that govmomi publishes, read from its Go source: one structure after another, their
 * fields in the order of the wire.
 */
final class PublishedTypes {
  private static final Pattern STRUCT = Pattern.compile("type (\\w+) struct \\{");
  private static final Pattern FIELD =
      Pattern.compile(
          "\\s+\\w+\\s+(\\S+)\\s+`xml:\"([^\"]*)\"(?: json:\"[^\"]*\")?(?: vim:\"([^\"]*)\")?`");
  private static final Pattern EMBEDDED = Pattern.compile("\\t([A-Z]\\w+)");
  private static final Pattern ENUM = Pattern.compile("type (\\w+) string");
  private static final Pattern SINCE =
      Pattern.compile("\\tminAPIVersionForType\\[\"(\\w+)\"] = \"([^\"]*)\"");
  private static final Map<String, String> SCALARS =
      Map.of(
          "int32", "int",
          "int16", "int",
          "byte", "int",
          "int64", "long",
          "bool", "boolean",
          "string", "string",
          "time.Time", "time",
          "ManagedObjectReference", "ref",
          "AnyType", "any");

  private final Map<String, Struct> structs = new HashMap<>();
  private final Map<String, String> since = new HashMap<>();
  private final Set<String> enums = new HashSet<>();

  /** A structure and what it is built on. */
  record Struct(Optional<String> base, List<Property> fields) {}

  private PublishedTypes() {}

  static PublishedTypes none() {
    return new PublishedTypes();
  }

  /** Reads the folder {@code vim25/types} of a copy of govmomi. */
  static PublishedTypes in(Path types) throws IOException {
    PublishedTypes published = new PublishedTypes();
    for (String line : Files.readAllLines(types.resolve("enum.go"))) {
      Matcher found = ENUM.matcher(line);
      if (found.lookingAt()) {
        published.enums.add(found.group(1));
      }
    }
    published.read(Files.readAllLines(types.resolve("types.go")));
    return published;
  }

  Optional<Struct> struct(String name) {
    return Optional.ofNullable(structs.get(name));
  }

  Optional<String> since(String type) {
    return Optional.ofNullable(since.get(type));
  }

  boolean isStruct(String type) {
    return structs.containsKey(type);
  }

  /** All fields, those of the base first. */
  List<Property> fields(String type) {
    Struct struct = structs.get(type);
    if (struct == null) {
      return List.of();
    }
    List<Property> all = new ArrayList<>();
    struct.base().ifPresent(base -> all.addAll(fields(base)));
    all.addAll(struct.fields());
    return all;
  }

  /** Whether a type is, or comes from, another. */
  boolean isA(String type, String ancestor) {
    return type.equals(ancestor)
        || struct(type).flatMap(Struct::base).map(it -> isA(it, ancestor)).orElse(false);
  }

  private void read(List<String> lines) {
    Optional<String> open = Optional.empty();
    for (String line : lines) {
      Matcher struct = STRUCT.matcher(line);
      Matcher known = SINCE.matcher(line);
      if (struct.matches()) {
        open = Optional.of(struct.group(1));
        structs.put(struct.group(1), new Struct(Optional.empty(), new ArrayList<>()));
      } else if (line.equals("}")) {
        open = Optional.empty();
      } else if (known.matches()) {
        since.put(known.group(1), known.group(2));
      } else {
        open.ifPresent(it -> field(it, line));
      }
    }
  }

  private void field(String owner, String line) {
    Matcher field = FIELD.matcher(line);
    Matcher embedded = EMBEDDED.matcher(line);
    Struct struct = structs.get(owner);
    if (struct != null && field.matches()) {
      struct.fields().add(property(field.group(1), field.group(2), field.group(3)));
    } else if (struct != null && embedded.matches() && !embedded.group(1).equals("DynamicData")) {
      structs.put(owner, new Struct(Optional.of(embedded.group(1)), struct.fields()));
    }
  }

  private Property property(String goType, String tag, @Nullable String version) {
    boolean many = goType.startsWith("[]");
    String plain = goType.replace("[]", "").replace("*", "");
    boolean optional = tag.contains("omitempty") || goType.startsWith("*");
    Count count = many ? Count.MANY : optional ? Count.MAYBE : Count.ONE;
    return new Property(tag.split(",", 2)[0], type(plain), count, Optional.ofNullable(version));
  }

  private String type(String go) {
    String scalar = SCALARS.get(go);
    if (scalar != null) {
      return scalar;
    }
    if (enums.contains(go)) {
      return "string";
    }
    return go.startsWith("Base") && !structs.containsKey(go) ? go.substring(4) : go;
  }
}
