package dev.dvl.sandbox;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.ValueReader;
import dev.dvl.engine.json.ValueWriter;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.plan.codec.RefCodec;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes an object as JSON, and reads an equal one back. */
final class ObjectCodec {
  private ObjectCodec() {}

  static void write(SandboxObject object, JsonGenerator out) throws IOException {
    ValueWriter values = new ValueWriter(out);
    out.writeStartObject();
    out.writeFieldName("ref");
    RefCodec.write(object.ref(), out);
    if (object.stamp().isPresent()) {
      out.writeFieldName("stamp");
      stamp(object.stamp().get(), out);
    }
    out.writeStringField("made_by", object.madeBy());
    out.writeStringField("birth", object.birth());
    out.writeStringField("last_op", object.lastOp());
    out.writeBooleanField("committed", object.committed());
    out.writeBooleanField("running", object.running());
    out.writeFieldName("values");
    values.fields(object.values());
    out.writeStringField("base", object.base());
    if (object.print().isPresent()) {
      out.writeStringField("print", object.print().get());
    }
    out.writeFieldName("outputs");
    values.fields(object.outputs());
    out.writeEndObject();
  }

  static SandboxObject read(@Nullable Object tree) throws IOException {
    Fields fields = Fields.of(tree);
    return new SandboxObject(
        RefCodec.read(fields.raw("ref")),
        fields.has("stamp") ? Optional.of(stamp(fields.object("stamp"))) : Optional.empty(),
        fields.text("made_by"),
        fields.text("birth"),
        fields.text("last_op"),
        fields.truth("committed"),
        fields.truth("running"),
        ValueReader.fields(fields.raw("values")),
        fields.text("base"),
        fields.optionalText("print"),
        ValueReader.fields(fields.raw("outputs")));
  }

  private static void stamp(Stamp stamp, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("stack", stamp.stack().id());
    out.writeStringField("stack_name", stamp.stack().name());
    out.writeStringField("address", stamp.address().toString());
    out.writeStringField("kind", stamp.kind());
    out.writeStringField("op", stamp.op());
    out.writeArrayFieldStart("names");
    for (String name : new TreeSet<>(stamp.names())) {
      out.writeString(name);
    }
    out.writeEndArray();
    out.writeObjectFieldStart("fingerprints");
    for (Map.Entry<String, String> print : stamp.fingerprints().entrySet()) {
      out.writeStringField(print.getKey(), print.getValue());
    }
    out.writeEndObject();
    if (stamp.adopted()) {
      out.writeBooleanField("adopted", true);
    }
    out.writeEndObject();
  }

  private static Stamp stamp(Fields fields) throws IOException {
    Address address = fields.address("address");
    return new Stamp(
        new Stack(fields.text("stack"), fields.text("stack_name")),
        address,
        fields.text("kind"),
        fields.text("op"),
        Set.copyOf(fields.list("names", Fields::asText)),
        fields.map("fingerprints", Fields::asText),
        fields.has("adopted") && fields.truth("adopted"));
  }
}
