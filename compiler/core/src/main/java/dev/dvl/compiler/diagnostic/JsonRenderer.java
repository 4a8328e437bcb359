package dev.dvl.compiler.diagnostic;

import dev.dvl.compiler.source.Position;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Writes diagnostics for programs, as JSON. Lines and columns count from 1, columns in code points;
 * an end is the place right behind the last character.
 */
public final class JsonRenderer {
  private static final int FORMAT_VERSION = 1;

  private final SourceMap sources;
  private final JsonText json;

  private JsonRenderer(SourceMap sources, JsonText json) {
    this.sources = sources;
    this.json = json;
  }

  /**
   * A whole document: {@code {"format_version":1,"diagnostics":[…]}}. Never more than one of the
   * diagnostics is text in memory.
   */
  public static void write(SourceMap sources, List<Diagnostic> diagnostics, Appendable out)
      throws IOException {
    out.append("{\"format_version\":" + FORMAT_VERSION + ",\"diagnostics\":[");
    String before = "";
    for (Diagnostic diagnostic : diagnostics) {
      out.append(before).append(one(sources, diagnostic));
      before = ",";
    }
    out.append("]}");
  }

  /** One diagnostic, as it stands in the array: for a document that holds more. */
  public static String one(SourceMap sources, Diagnostic diagnostic) {
    JsonText json = new JsonText();
    new JsonRenderer(sources, json).diagnostic(diagnostic);
    return json.toString();
  }

  private void diagnostic(Diagnostic diagnostic) {
    json.openObject();
    json.name("code").text(diagnostic.code().id());
    json.name("severity").text(diagnostic.severity().name().toLowerCase(Locale.ROOT));
    json.name("message").text(diagnostic.code().headline());
    diagnostic.primary().ifPresent(primary -> place(primary.span()));
    json.name("labels").openArray();
    diagnostic.primary().ifPresent(this::label);
    diagnostic.secondary().forEach(this::label);
    json.closeArray().name("notes").openArray();
    diagnostic.notes().forEach(json::text);
    json.closeArray().name("fixes").openArray();
    diagnostic.fixes().forEach(this::fix);
    json.closeArray().closeObject();
  }

  private void label(Label label) {
    json.openObject();
    place(label.span());
    json.name("text").text(label.text()).closeObject();
  }

  private void fix(Fix fix) {
    json.openObject();
    json.name("title").text(fix.title());
    json.name("confidence").text(fix.confidence().name().toLowerCase(Locale.ROOT));
    json.name("edits").openArray();
    for (Fix.Edit edit : fix.edits()) {
      json.openObject();
      place(edit.span());
      json.name("text").text(edit.text()).closeObject();
    }
    json.closeArray().closeObject();
  }

  private void place(Span span) {
    SourceFile file = sources.fileOf(span);
    json.name("file").text(file.name());
    position("start", file.position(span.start()));
    position("end", file.position(span.end()));
  }

  private void position(String name, Position position) {
    json.name(name).openObject();
    json.name("line").number(position.line());
    json.name("column").number(position.column()).closeObject();
  }
}
