package dev.dvl.cli.parameters;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.dvl.compiler.lower.input.RawInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON; numbers and truth values stay the text that they are. */
final class JsonData {
  private final JsonParser parser;
  private final String name;
  private final Budget budget;

  private JsonData(JsonParser parser, String name) {
    this.parser = parser;
    this.name = name;
    this.budget = new Budget(name);
  }

  static RawInput read(String text, String name) throws DataProblem {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      JsonData data = new JsonData(parser, name);
      if (parser.nextToken() == null) {
        return new RawInput.Nothing(name);
      }
      RawInput whole = data.value(0);
      if (parser.nextToken() != null) {
        throw data.syntax(parser.currentTokenLocation());
      }
      return whole;
    } catch (StreamConstraintsException limit) {
      throw new DataProblem(ParameterCodes.LIMIT, "`" + name + "` nests too deeply.");
    } catch (JsonParseException wrong) {
      JsonLocation at = wrong.getLocation();
      throw new JsonProblem(name, at).asDataProblem();
    } catch (IOException impossible) {
      throw new IllegalStateException("a text in memory cannot fail to be read", impossible);
    }
  }

  /** Where a file stops being JSON. */
  private record JsonProblem(String name, JsonLocation at) {
    DataProblem asDataProblem() {
      String place = name + ":" + at.getLineNr() + ":" + at.getColumnNr();
      return new DataProblem(ParameterCodes.FILE, "`" + place + "` is no JSON from here on.");
    }
  }

  private DataProblem syntax(JsonLocation at) {
    return new JsonProblem(name, at).asDataProblem();
  }

  private RawInput value(int depth) throws IOException, DataProblem {
    budget.enter(depth);
    String origin = origin();
    return switch (parser.currentToken()) {
      case START_OBJECT -> map(depth, origin);
      case START_ARRAY -> list(depth, origin);
      case VALUE_NULL -> new RawInput.Nothing(origin);
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new RawInput.Text(parser.getText(), origin);
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw syntax(parser.currentTokenLocation());
    };
  }

  private RawInput list(int depth, String origin) throws IOException, DataProblem {
    List<RawInput> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(depth + 1));
    }
    return new RawInput.ListOf(elements, origin);
  }

  private RawInput map(int depth, String origin) throws IOException, DataProblem {
    Map<String, RawInput> entries = new LinkedHashMap<>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      String place = origin();
      parser.nextToken();
      if (entries.put(key, value(depth + 1)) != null) {
        throw new DataProblem(ParameterCodes.FILE, "`" + place + "` gives a name twice.");
      }
    }
    return new RawInput.MapOf(entries, origin);
  }

  private String origin() {
    JsonLocation at = parser.currentTokenLocation();
    return name + ":" + at.getLineNr() + ":" + at.getColumnNr();
  }
}
