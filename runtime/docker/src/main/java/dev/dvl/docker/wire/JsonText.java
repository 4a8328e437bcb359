package dev.dvl.docker.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON to text and back, by Jackson's streams. */
public final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private JsonText() {}

  public static Json read(InputStream in) throws IOException {
    try (JsonParser parser =
        FACTORY.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
      return parser.nextToken() == null ? Json.Nil.NIL : value(parser);
    }
  }

  public static Json read(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return parser.nextToken() == null ? Json.Nil.NIL : value(parser);
    }
  }

  /** One JSON value after another, each as soon as it is complete. */
  public static Sequence sequence(InputStream in) throws IOException {
    JsonParser parser = FACTORY.createParser(in);
    return () -> parser.nextToken() == null ? Optional.empty() : Optional.of(value(parser));
  }

  /** The values of a stream. */
  @FunctionalInterface
  public interface Sequence {
    /** Waits for the next value; empty at the end of the stream. */
    Optional<Json> next() throws IOException;
  }

  public static String write(Json json) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      write(json, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static Json value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(parser);
    }
    if (token == JsonToken.START_ARRAY) {
      return array(parser);
    }
    if (token == JsonToken.VALUE_STRING) {
      return Json.of(parser.getText());
    }
    if (token.isNumeric()) {
      return new Json.Num(parser.getText());
    }
    return token.isBoolean() ? Json.of(token == JsonToken.VALUE_TRUE) : Json.Nil.NIL;
  }

  private static Json object(JsonParser parser) throws IOException {
    Map<String, Json> fields = new LinkedHashMap<>();
    while (next(parser) != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      next(parser);
      fields.put(name, value(parser));
    }
    return new Json.Obj(fields);
  }

  private static Json array(JsonParser parser) throws IOException {
    List<Json> elements = new ArrayList<>();
    while (next(parser) != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return new Json.Arr(elements);
  }

  private static JsonToken next(JsonParser parser) throws IOException {
    @Nullable JsonToken token = parser.nextToken();
    if (token == null) {
      throw new EOFException("the JSON text ends too early");
    }
    return token;
  }

  private static void write(Json json, JsonGenerator out) throws IOException {
    switch (json) {
      case Json.Obj(var fields) -> {
        out.writeStartObject();
        for (Map.Entry<String, Json> field : fields.entrySet()) {
          out.writeFieldName(field.getKey());
          write(field.getValue(), out);
        }
        out.writeEndObject();
      }
      case Json.Arr(var elements) -> {
        out.writeStartArray();
        for (Json element : elements) {
          write(element, out);
        }
        out.writeEndArray();
      }
      case Json.Str(String value) -> out.writeString(value);
      case Json.Num(String digits) -> out.writeNumber(digits);
      case Json.Bool(boolean value) -> out.writeBoolean(value);
      case Json.Nil ignored -> out.writeNull();
    }
  }
}
