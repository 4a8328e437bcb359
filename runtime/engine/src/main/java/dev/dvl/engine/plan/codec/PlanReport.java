package dev.dvl.engine.plan.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.change.ValueText;
import dev.dvl.engine.plan.HeldTwice;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.plan.Summary;
import java.io.IOException;
import java.util.Map;

/**
 * Writes what {@code plan --json} prints of a plan: the fields {@code summary}, {@code changes},
 * {@code ops} and {@code held_twice} of an object that the caller opens and closes, and adds
 * diagnostics to.
 *
 * <p>Texts, whole numbers, booleans, lists and maps are plain JSON; all other values are texts as a
 * program would write them. A value that must not be shown is null, with {@code secret} beside it.
 */
public final class PlanReport {
  private PlanReport() {}

  public static void write(Plan plan, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("summary");
    for (Map.Entry<String, Integer> count : Summary.of(plan).counts().entrySet()) {
      out.writeNumberField(count.getKey(), count.getValue());
    }
    out.writeEndObject();
    out.writeArrayFieldStart("changes");
    for (PlannedChange change : plan.changes()) {
      change(change, out);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("ops");
    for (Op op : plan.ops()) {
      op(op, out);
    }
    out.writeEndArray();
    if (!plan.held().isEmpty()) {
      out.writeArrayFieldStart("held_twice");
      for (HeldTwice held : plan.held()) {
        out.writeStartObject();
        held(held, out);
        out.writeFieldName("amounts");
        object(held.amounts(), out);
        out.writeEndObject();
      }
      out.writeEndArray();
    }
  }

  /** What of it is no value of the language. */
  static void held(HeldTwice held, JsonGenerator out) throws IOException {
    out.writeStringField("host", held.host().toString());
    OpCodec.texts("sets", held.sets(), out);
    out.writeNumberField("objects", held.objects());
    out.writeNumberField("running", held.running());
    out.writeNumberField("unlimited", held.unlimited());
  }

  /** A value for other programs to read. */
  public static void value(Value value, JsonGenerator out) throws IOException {
    switch (value) {
      case Value.Null ignored -> out.writeNull();
      case Value.Bool(boolean holds) -> out.writeBoolean(holds);
      case Value.Int(long number) -> out.writeNumber(number);
      case Value.Text(String text) -> out.writeString(text);
      case Value.ListOf(var elements) -> array(elements, out);
      case Value.SetOf(var elements) -> array(elements, out);
      case Value.MapOf(var entries) -> object(entries, out);
      case Value.ObjectOf(var fields) -> object(fields, out);
      case Value.Deferred ignored -> out.writeNull();
      case Value.Decimal _, Value.Quantity _, Value.Ref _ -> out.writeString(ValueText.of(value));
    }
  }

  private static void change(PlannedChange change, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("address", change.address().toString());
    out.writeStringField("kind", change.kind());
    out.writeStringField("action", change.action().word());
    out.writeStringField("host", change.host().toString());
    taken(change, out);
    if (change.goesWith().isPresent()) {
      out.writeStringField("goes_with", change.goesWith().get().toString());
    }
    out.writeStringField("impact", change.impact().word());
    OpCodec.texts("reasons", change.reasons(), out);
    out.writeArrayFieldStart("fields");
    for (FieldChange field : change.fields()) {
      field(field, out);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** {@code moved_from} or {@code adopts}, where an object was not made for the resource. */
  static void taken(PlannedChange change, JsonGenerator out) throws IOException {
    if (change.taken().isEmpty()) {
      return;
    }
    switch (change.taken().get()) {
      case Takeover.Moved(Address from) -> out.writeStringField("moved_from", from.toString());
      case Takeover.Adopted(String name) -> out.writeStringField("adopts", name);
    }
  }

  private static void field(FieldChange field, JsonGenerator out) throws IOException {
    boolean later = field.after().anyTerm(leaf -> leaf instanceof dev.dvl.compiler.value.Term.Read);
    out.writeStartObject();
    out.writeStringField("path", field.path().toString());
    out.writeFieldName("before");
    value(field.secret() ? Value.Null.NULL : field.before(), out);
    out.writeFieldName("after");
    value(field.secret() ? Value.Null.NULL : field.after(), out);
    out.writeBooleanField("secret", field.secret());
    out.writeBooleanField("later", later);
    out.writeEndObject();
  }

  private static void op(Op op, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", op.id());
    out.writeStringField("change", op.change().toString());
    out.writeStringField("call", op.call());
    out.writeStringField("role", op.role().word());
    OpCodec.needs(op.needs(), out);
    OpCodec.texts("locks", op.locks(), out);
    out.writeBooleanField("commits", op.commits());
    out.writeEndObject();
  }

  private static void array(Iterable<Value> elements, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (Value element : elements) {
      value(element, out);
    }
    out.writeEndArray();
  }

  private static void object(Map<String, Value> entries, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, Value> entry : entries.entrySet()) {
      out.writeFieldName(entry.getKey());
      value(entry.getValue(), out);
    }
    out.writeEndObject();
  }
}
