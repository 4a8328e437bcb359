package dev.dvl.cli.render;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.source.SourceMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Diagnostics as people can still read them: the first hundred errors, the first hundred warnings,
 * and how many more there are.
 */
public final class DiagnosticText {
  private static final int MOST = 100;

  private DiagnosticText() {}

  public static String render(SourceMap sources, List<Diagnostic> all, boolean colour) {
    List<Diagnostic> shown = new ArrayList<>();
    int errors = 0;
    int warnings = 0;
    for (Diagnostic diagnostic : all) {
      int before = diagnostic.isError() ? errors++ : warnings++;
      if (before < MOST) {
        shown.add(diagnostic);
      }
    }
    return TextRenderer.render(sources, shown, colour) + rest(errors - MOST, warnings - MOST);
  }

  private static String rest(int errors, int warnings) {
    List<String> more = new ArrayList<>();
    if (errors > 0) {
      more.add(counted(errors, "error"));
    }
    if (warnings > 0) {
      more.add(counted(warnings, "warning"));
    }
    return more.isEmpty()
        ? ""
        : "\n" + String.join(" and ", more) + " not shown: `--json` shows all\n";
  }

  private static String counted(int count, String word) {
    return count + " more " + word + (count == 1 ? "" : "s");
  }
}
