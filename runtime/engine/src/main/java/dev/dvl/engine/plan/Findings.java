package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.source.Span;
import dev.dvl.engine.live.Finding;

/** Gives what a provider found its place in the source. */
final class Findings {
  private Findings() {}

  static Diagnostic diagnostic(Draft draft, Finding finding) {
    Instance instance = draft.instances.get(finding.address());
    Diagnostic bare =
        instance == null
            ? Diagnostic.without(finding.code(), finding.text())
            : Diagnostic.at(finding.code(), span(instance, finding), finding.text());
    for (String note : finding.notes()) {
      bare = bare.note(note);
    }
    return bare;
  }

  private static Span span(Instance instance, Finding finding) {
    return finding.at().map(instance::originOf).orElse(instance.origin());
  }
}
