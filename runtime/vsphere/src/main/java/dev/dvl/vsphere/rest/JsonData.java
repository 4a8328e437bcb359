package dev.dvl.vsphere.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.engine.json.JsonTree;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value; asking for what is not there gives an empty text, an empty list.
 *
 * @param value maps, lists, texts, numbers, truth values or null
 */
record JsonData(@Nullable Object value) {
  private static final JsonFactory FACTORY = new JsonFactory();

  static JsonData read(String text) throws IOException {
    return new JsonData(text.isBlank() ? null : JsonTree.read(text));
  }

  static String write(Map<String, Object> fields) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      write(json, fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  JsonData at(String name) {
    return new JsonData(value instanceof Map<?, ?> fields ? fields.get(name) : null);
  }

  boolean has(String name) {
    return value instanceof Map<?, ?> fields && fields.containsKey(name);
  }

  String text() {
    return value == null ? "" : value.toString();
  }

  String text(String name) {
    return at(name).text();
  }

  List<JsonData> each() {
    return value instanceof List<?> list ? list.stream().map(JsonData::of).toList() : List.of();
  }

  private static JsonData of(@Nullable Object value) {
    return new JsonData(value);
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    switch (value) {
      case Map<?, ?> fields -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
          json.writeFieldName(field.getKey().toString());
          write(json, field.getValue());
        }
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        for (Object element : list) {
          write(json, element);
        }
        json.writeEndArray();
      }
      case Boolean truth -> json.writeBoolean(truth);
      case Object text -> json.writeString(text.toString());
    }
  }
}
