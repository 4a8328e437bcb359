package dev.dvl.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;

/**
 * Writes values and terms so that {@link ValueReader} reads equal ones.
 *
 * <p>Null, booleans, whole numbers, texts and lists stand for themselves; all else is an object
 * whose first field tells what it is. Equal values give equal text.
 */
public final class ValueWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator out;

  public ValueWriter(JsonGenerator out) {
    this.out = out;
  }

  /** A value as one line of JSON. */
  public static String text(Value value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      new ValueWriter(out).value(value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  public void value(Value value) throws IOException {
    switch (value) {
      case Value.Null ignored -> out.writeNull();
      case Value.Bool(boolean holds) -> out.writeBoolean(holds);
      case Value.Int(long number) -> out.writeNumber(number);
      case Value.Text(String text) -> out.writeString(text);
      case Value.ListOf(var elements) -> array(elements);
      case Value.Decimal(var number) -> single("decimal", number.toPlainString());
      case Value.SetOf(var elements) -> {
        out.writeStartObject();
        out.writeFieldName("set");
        array(elements);
        out.writeEndObject();
      }
      case Value.MapOf(var entries) -> keyed("map", entries);
      case Value.ObjectOf(var fields) -> keyed("object", fields);
      case Value.Quantity(var dimension, long amount) -> {
        out.writeStartObject();
        out.writeStringField("dimension", dimension.name());
        out.writeNumberField("amount", amount);
        out.writeEndObject();
      }
      case Value.Ref(var address, String kind) -> {
        out.writeStartObject();
        out.writeStringField("ref", address.toString());
        out.writeStringField("kind", kind);
        out.writeEndObject();
      }
      case Value.Deferred(Term term) -> {
        out.writeStartObject();
        out.writeFieldName("term");
        term(term);
        out.writeEndObject();
      }
    }
  }

  /** The entries of a map as one object of JSON. */
  public void fields(Map<String, Value> entries) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, Value> entry : entries.entrySet()) {
      out.writeFieldName(entry.getKey());
      value(entry.getValue());
    }
    out.writeEndObject();
  }

  public void path(Path path) throws IOException {
    out.writeStartArray();
    for (Path.Step step : path.steps()) {
      switch (step) {
        case Path.Step.Field(String name) -> out.writeString(name);
        case Path.Step.Entry(String key) -> single("entry", key);
        case Path.Step.Element(int index) -> out.writeNumber(index);
      }
    }
    out.writeEndArray();
  }

  private void term(Term term) throws IOException {
    out.writeStartObject();
    switch (term) {
      case Term.Literal(Value value) -> {
        out.writeFieldName("value");
        value(value);
      }
      case Term.Var(String name) -> out.writeStringField("var", name);
      case Term.Secret(String name) -> out.writeStringField("secret", name);
      case Term.Read(var resource, Path path) -> {
        out.writeStringField("read", resource.toString());
        out.writeFieldName("path");
        path(path);
      }
      case Term.Call(String function, var arguments) -> {
        out.writeStringField("call", function);
        out.writeArrayFieldStart("arguments");
        for (Term argument : arguments) {
          term(argument);
        }
        out.writeEndArray();
      }
    }
    out.writeEndObject();
  }

  private void array(Collection<Value> elements) throws IOException {
    out.writeStartArray();
    for (Value element : elements) {
      value(element);
    }
    out.writeEndArray();
  }

  private void single(String name, String text) throws IOException {
    out.writeStartObject();
    out.writeStringField(name, text);
    out.writeEndObject();
  }

  private void keyed(String name, Map<String, Value> entries) throws IOException {
    out.writeStartObject();
    out.writeFieldName(name);
    fields(entries);
    out.writeEndObject();
  }
}
