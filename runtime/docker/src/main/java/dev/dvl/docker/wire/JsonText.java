package dev.dvl.docker.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
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
      return new Reading(parser).next().orElse(Json.Nil.NIL);
    }
  }

  public static Json read(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new Reading(parser).next().orElse(Json.Nil.NIL);
    }
  }

  /** One JSON value after another, each as soon as it is complete. */
  public static Sequence sequence(InputStream in) throws IOException {
    JsonParser parser = FACTORY.createParser(in);
    return () -> new Reading(parser).next();
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

  /** One value with all that is in it: not more than a memory holds. */
  private static final class Reading {
    private static final int MOST = 1 << 21;

    private final JsonParser parser;
    private int values;

    Reading(JsonParser parser) {
      this.parser = parser;
    }

    /** Empty at the end of the text. */
    Optional<Json> next() throws IOException {
      try {
        return parser.nextToken() == null ? Optional.empty() : Optional.of(value());
      } catch (JsonProcessingException e) {
        throw new ProtocolError("the answer is no JSON", e);
      }
    }

    private Json value() throws IOException {
      if (++values > MOST) {
        throw new ProtocolError("the JSON text has no end");
      }
      JsonToken token = parser.currentToken();
      if (token == JsonToken.START_OBJECT) {
        return object();
      }
      if (token == JsonToken.START_ARRAY) {
        return array();
      }
      if (token == JsonToken.VALUE_STRING) {
        return Json.of(parser.getText());
      }
      if (token.isNumeric()) {
        return new Json.Num(parser.getText());
      }
      return token.isBoolean() ? Json.of(token == JsonToken.VALUE_TRUE) : Json.Nil.NIL;
    }

    private Json object() throws IOException {
      Map<String, Json> fields = new LinkedHashMap<>();
      while (token() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        token();
        fields.put(name, value());
      }
      return new Json.Obj(fields);
    }

    private Json array() throws IOException {
      List<Json> elements = new ArrayList<>();
      while (token() != JsonToken.END_ARRAY) {
        elements.add(value());
      }
      return new Json.Arr(elements);
    }

    private JsonToken token() throws IOException {
      @Nullable JsonToken token = parser.nextToken();
      if (token == null) {
        throw new EOFException("the JSON text ends too early");
      }
      return token;
    }
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
