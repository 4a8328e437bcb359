package dev.dvl.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.value.Address;
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
import org.jspecify.annotations.Nullable;

/**
 * Birth records as JSON. Two fields have other names on other bearers, where records stand that
 * were written long ago; both names are read everywhere.
 *
 * @param stackName the field with the name of the stack
 * @param prints the field with the fingerprints
 */
public record StampCodec(String stackName, String prints) {
  /** As a line on an object, where room is short. */
  public static final StampCodec ON_OBJECTS = new StampCodec("name", "prints");

  /** In a file that dvl keeps. */
  public static final StampCodec IN_FILES = new StampCodec("stack_name", "fingerprints");

  private static final JsonFactory FACTORY = new JsonFactory();

  /** The record as one line; equal records give equal text. */
  public String text(Stamp stamp) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      write(stamp, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** Writes the record as an object. */
  public void write(Stamp stamp, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("stack", stamp.stack().id());
    out.writeStringField(stackName, stamp.stack().name());
    out.writeStringField("address", stamp.address().toString());
    out.writeStringField("kind", stamp.kind());
    out.writeStringField("op", stamp.op());
    out.writeArrayFieldStart("names");
    for (String name : new TreeSet<>(stamp.names())) {
      out.writeString(name);
    }
    out.writeEndArray();
    out.writeObjectFieldStart(prints);
    for (Map.Entry<String, String> print : new TreeMap<>(stamp.fingerprints()).entrySet()) {
      out.writeStringField(print.getKey(), print.getValue());
    }
    out.writeEndObject();
    if (stamp.adopted()) {
      out.writeBooleanField("adopted", true);
    }
    out.writeEndObject();
  }

  /** A text that is no record of dvl's, or of a newer form, reads as none. */
  public static Optional<Stamp> read(String text) {
    try {
      return read(JsonTree.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    } catch (IOException notOurs) {
      return Optional.empty();
    }
  }

  /** The record in a tree that was read. */
  public static Optional<Stamp> read(@Nullable Object tree) {
    return tree instanceof Map<?, ?> fields ? stamp(fields) : Optional.empty();
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
            new Stack(stack, either(fields, ON_OBJECTS.stackName, IN_FILES.stackName)),
            address.get(),
            text(fields, "kind"),
            op,
            names(fields.get("names")),
            prints(fields),
            Boolean.TRUE.equals(fields.get("adopted"))));
  }

  private static String either(Map<?, ?> fields, String one, String other) {
    return fields.containsKey(one) ? text(fields, one) : text(fields, other);
  }

  private static String text(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof String text ? text : "";
  }

  private static Set<String> names(@Nullable Object value) {
    Set<String> names = new HashSet<>();
    if (value instanceof List<?> elements) {
      elements.forEach(it -> names.add(String.valueOf(it)));
    }
    return names;
  }

  private static Map<String, String> prints(Map<?, ?> fields) {
    Map<String, String> prints = new TreeMap<>();
    for (String name : List.of(ON_OBJECTS.prints, IN_FILES.prints)) {
      if (fields.get(name) instanceof Map<?, ?> entries) {
        entries.forEach((path, print) -> prints.put(String.valueOf(path), String.valueOf(print)));
      }
    }
    return prints;
  }
}
