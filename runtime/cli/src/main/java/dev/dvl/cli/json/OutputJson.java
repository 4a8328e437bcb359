package dev.dvl.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.apply.ApplyReport.Output;
import dev.dvl.engine.plan.codec.PlanReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** What {@code output --json} prints: all outputs, or the bare value of one. */
public final class OutputJson {
  private OutputJson() {}

  public static String render(Map<String, Output> outputs) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartObject();
      out.writeNumberField("format_version", PlanJson.FORMAT_VERSION);
      ApplyJson.outputs(outputs, out);
      out.writeEndObject();
    }
    return text.toString();
  }

  public static String value(Value value) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      PlanReport.value(value, out);
    }
    return text.toString();
  }
}
