package dev.dvl.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.cli.world.Found;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.plan.codec.PlanReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/**
 * What {@code show --json} prints: {@code {"format_version","sandbox","resources":
 * [{"address","kind","place","there","id","name","outputs","values"}]}}.
 */
public final class ShowJson {
  private ShowJson() {}

  public static void write(List<Found> found, boolean sandbox, Writer to) throws IOException {
    try (JsonGenerator out = PlanJson.generator(to)) {
      out.writeStartObject();
      out.writeNumberField("format_version", PlanJson.FORMAT_VERSION);
      out.writeBooleanField("sandbox", sandbox);
      out.writeArrayFieldStart("resources");
      for (Found resource : found) {
        resource(resource, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  private static void resource(Found resource, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("address", resource.address().toString());
    out.writeStringField("kind", resource.kind());
    out.writeStringField("place", resource.place().toString());
    out.writeBooleanField("there", resource.live().isPresent());
    if (resource.live().isPresent()) {
      out.writeStringField("id", resource.live().get().ref().id());
      out.writeStringField("name", resource.live().get().ref().name());
    }
    values("outputs", resource.outputs(), out);
    values("values", resource.set(), out);
    out.writeEndObject();
  }

  private static void values(String name, Map<String, Value> values, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, Value> entry : values.entrySet()) {
      out.writeFieldName(entry.getKey());
      PlanReport.value(entry.getValue(), out);
    }
    out.writeEndObject();
  }
}
