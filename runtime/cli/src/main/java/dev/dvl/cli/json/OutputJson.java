package dev.dvl.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.apply.ApplyReport.Output;
import dev.dvl.engine.plan.codec.PlanReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** What {@code output --json} prints: all outputs, or the bare value of one. */
public final class OutputJson {
  private OutputJson() {}

  public static void write(Map<String, Output> outputs, Writer to) throws IOException {
    try (JsonGenerator out = PlanJson.generator(to)) {
      out.writeStartObject();
      out.writeNumberField("format_version", PlanJson.FORMAT_VERSION);
      ApplyJson.outputs(outputs, out);
      out.writeEndObject();
    }
  }

  public static void value(Value value, Writer to) throws IOException {
    try (JsonGenerator out = PlanJson.generator(to)) {
      PlanReport.value(value, out);
    }
  }
}
