package dev.dvl.cli.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.JsonRenderer;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What {@code test --json} prints. */
public record TestJson(SourceMap sources) {
  private static final int FORMAT_VERSION = 1;

  /** Leaves {@code to} open. */
  public void write(List<TestResult> results, Writer to) throws IOException {
    try (JsonGenerator out =
        new JsonFactory().createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      out.writeStartObject();
      out.writeNumberField("format_version", FORMAT_VERSION);
      out.writeObjectFieldStart("summary");
      long passed = results.stream().filter(TestResult::passed).count();
      out.writeNumberField("passed", passed);
      out.writeNumberField("failed", results.size() - passed);
      out.writeEndObject();
      out.writeArrayFieldStart("tests");
      for (TestResult result : results) {
        one(result, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  private void one(TestResult result, JsonGenerator out) throws IOException {
    SourceFile file = sources.fileOf(result.test().origin());
    out.writeStartObject();
    out.writeStringField("title", result.test().title());
    out.writeStringField("file", file.name());
    out.writeNumberField("line", file.position(result.test().origin().start()).line());
    out.writeBooleanField("passed", result.passed());
    out.writeNumberField("millis", result.took().toMillis());
    texts("written", result.written(), out);
    texts("differences", result.differences(), out);
    out.writeArrayFieldStart("diagnostics");
    for (Diagnostic diagnostic : result.wrong()) {
      out.writeRawValue(JsonRenderer.one(sources, diagnostic));
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void texts(String field, List<String> texts, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(field);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }
}
