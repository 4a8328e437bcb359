package dev.dvl.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.plan.codec.PlanReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code apply --json} prints: {@code {"format_version","sandbox","result","changes":
 * [{"address","action","ended","extent","left"}],"outputs":{NAME:{"value","secret"}},"diagnostics"}};
 * {@code left} only where something is left.
 */
public final class ApplyJson {
  private ApplyJson() {}

  public static void write(
      ApplyReport report,
      boolean sandbox,
      SourceMap sources,
      List<Diagnostic> diagnostics,
      Writer to)
      throws IOException {
    try (JsonGenerator out = PlanJson.generator(to)) {
      out.writeStartObject();
      out.writeNumberField("format_version", PlanJson.FORMAT_VERSION);
      out.writeBooleanField("sandbox", sandbox);
      out.writeStringField("result", word(report.result()));
      out.writeArrayFieldStart("changes");
      for (ApplyReport.ChangeResult change : report.changes()) {
        out.writeStartObject();
        out.writeStringField("address", change.address().toString());
        out.writeStringField("action", change.action().word());
        out.writeStringField("ended", word(change.ended()));
        out.writeStringField("extent", word(change.extent()));
        left(change, out);
        out.writeEndObject();
      }
      out.writeEndArray();
      outputs(report.outputs(), out);
      PlanJson.diagnostics(sources, diagnostics, out);
      out.writeEndObject();
    }
  }

  private static void left(ApplyReport.ChangeResult change, JsonGenerator out) throws IOException {
    if (!change.left().isEmpty()) {
      out.writeArrayFieldStart("left");
      for (String call : change.left()) {
        out.writeString(call);
      }
      out.writeEndArray();
    }
  }

  static void outputs(Map<String, ApplyReport.Output> outputs, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart("outputs");
    for (Map.Entry<String, ApplyReport.Output> entry : outputs.entrySet()) {
      boolean secret = entry.getValue().secret();
      out.writeObjectFieldStart(entry.getKey());
      out.writeFieldName("value");
      PlanReport.value(secret ? Value.Null.NULL : entry.getValue().value(), out);
      out.writeBooleanField("secret", secret);
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
