package dev.dvl.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.JsonRenderer;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.codec.PlanReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What {@code plan --json} prints. */
public final class PlanJson {
  static final int FORMAT_VERSION = 1;

  /** Since 2 the host of a change is the nearest one, which a machine of the program may be. */
  private static final int PLAN_VERSION = 2;

  private PlanJson() {}

  public static void write(
      Plan plan, boolean sandbox, SourceMap sources, List<Diagnostic> diagnostics, Writer to)
      throws IOException {
    try (JsonGenerator out = generator(to)) {
      out.writeStartObject();
      out.writeNumberField("format_version", PLAN_VERSION);
      out.writeBooleanField("sandbox", sandbox);
      PlanReport.write(plan, out);
      diagnostics(sources, diagnostics, out);
      out.writeEndObject();
    }
  }

  /** Leaves {@code to} open, for what comes behind the document. */
  static JsonGenerator generator(Writer to) throws IOException {
    return new JsonFactory().createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  static void diagnostics(SourceMap sources, List<Diagnostic> diagnostics, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart("diagnostics");
    for (Diagnostic diagnostic : diagnostics) {
      out.writeRawValue(JsonRenderer.one(sources, diagnostic));
    }
    out.writeEndArray();
  }
}
