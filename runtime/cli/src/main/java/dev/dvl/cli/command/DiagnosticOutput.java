package dev.dvl.cli.command;

import dev.dvl.cli.render.DiagnosticText;
import dev.dvl.cli.terminal.Terminal;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.JsonRenderer;
import dev.dvl.compiler.source.SourceMap;
import java.io.IOException;
import java.util.List;

/** Says what is wrong: as text on the error stream, or as JSON where a program is reading. */
final class DiagnosticOutput {
  private DiagnosticOutput() {}

  static Exit of(Refusal refusal, Terminal terminal, boolean json, boolean colour)
      throws IOException {
    if (json) {
      JsonRenderer.write(refusal.sources(), refusal.diagnostics(), terminal.out());
      terminal.out().println();
    } else {
      text(refusal.sources(), refusal.diagnostics(), terminal, colour);
    }
    return refusal.exit();
  }

  /** Diagnostics as talk. */
  static void text(
      SourceMap sources, List<Diagnostic> diagnostics, Terminal terminal, boolean colour) {
    if (!diagnostics.isEmpty()) {
      terminal.err().print(DiagnosticText.render(sources, diagnostics, colour));
    }
  }
}
