package dev.dvl.sandbox;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.StampCodec;
import dev.dvl.engine.json.ValueReader;
import dev.dvl.engine.json.ValueWriter;
import dev.dvl.engine.plan.codec.RefCodec;
import java.io.IOException;
import java.util.Optional;
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
      StampCodec.IN_FILES.write(object.stamp().get(), out);
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
        fields.has("stamp") ? StampCodec.read(fields.raw("stamp")) : Optional.empty(),
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
}
