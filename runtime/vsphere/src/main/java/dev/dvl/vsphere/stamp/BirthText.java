package dev.dvl.vsphere.stamp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.json.JsonTree;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A birth record as one line of JSON. A text that is no record of ours, or of a newer form, reads
 * as none: the object is then a stranger's.
 */
public final class BirthText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private BirthText() {}

  /** The record as text; equal records give equal text. */
  public static String write(Stamp stamp) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("stack", stamp.stack().id());
      out.writeStringField("name", stamp.stack().name());
      out.writeStringField("address", stamp.address().toString());
      out.writeStringField("kind", stamp.kind());
      out.writeStringField("op", stamp.op());
      out.writeArrayFieldStart("names");
      for (String name : new TreeSet<>(stamp.names())) {
        out.writeString(name);
      }
      out.writeEndArray();
      out.writeObjectFieldStart("prints");
      for (Map.Entry<String, String> print : new TreeMap<>(stamp.fingerprints()).entrySet()) {
        out.writeStringField(print.getKey(), print.getValue());
      }
      out.writeEndObject();
      if (stamp.adopted()) {
        out.writeBooleanField("adopted", true);
      }
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  public static Optional<Stamp> read(String text) {
    try {
      Object tree = JsonTree.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      return tree instanceof Map<?, ?> fields ? stamp(fields) : Optional.empty();
    } catch (IOException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<Stamp> stamp(Map<?, ?> fields) {
    Optional<Address> address = Address.parse(text(fields, "address"));
    String stack = text(fields, "stack");
    String op = text(fields, "op");
    if (address.isEmpty() || stack.isEmpty() || op.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Stamp(
            new Stack(stack, text(fields, "name")),
            address.get(),
            text(fields, "kind"),
            op,
            names(fields.get("names")),
            prints(fields.get("prints")),
            Boolean.TRUE.equals(fields.get("adopted"))));
  }

  private static String text(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof String text ? text : "";
  }

  private static Set<String> names(@org.jspecify.annotations.Nullable Object value) {
    Set<String> names = new HashSet<>();
    if (value instanceof List<?> elements) {
      elements.forEach(it -> names.add(String.valueOf(it)));
    }
    return names;
  }

  private static Map<String, String> prints(@org.jspecify.annotations.Nullable Object value) {
    Map<String, String> prints = new TreeMap<>();
    if (value instanceof Map<?, ?> entries) {
      entries.forEach((path, print) -> prints.put(String.valueOf(path), String.valueOf(print)));
    }
    return prints;
  }
}
