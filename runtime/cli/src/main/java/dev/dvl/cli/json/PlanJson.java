package dev.dvl.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.JsonRenderer;
import dev.dvl.compiler.diagnostic.JsonText;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.codec.PlanReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** What {@code plan --json} prints. */
public final class PlanJson {
  static final int FORMAT_VERSION = 1;

  private PlanJson() {}

  public static String render(
      Plan plan, boolean sandbox, SourceMap sources, List<Diagnostic> diagnostics)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartObject();
      out.writeNumberField("format_version", FORMAT_VERSION);
      out.writeBooleanField("sandbox", sandbox);
      PlanReport.write(plan, out);
      diagnostics(sources, diagnostics, out);
      out.writeEndObject();
    }
    return text.toString();
  }

  static void diagnostics(SourceMap sources, List<Diagnostic> diagnostics, JsonGenerator out)
      throws IOException {
    JsonText array = new JsonText();
    JsonRenderer.append(sources, diagnostics, array);
    out.writeFieldName("diagnostics");
    out.writeRawValue(array.toString());
  }
}
