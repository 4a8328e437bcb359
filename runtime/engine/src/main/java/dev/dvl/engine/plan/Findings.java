package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.source.Span;
import dev.dvl.engine.live.Finding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives what a provider found its place in the source. */
final class Findings {
  private Findings() {}

  static Diagnostic diagnostic(Draft draft, Finding finding) {
    Instance instance = draft.instances.get(finding.address());
    Diagnostic bare =
        span(draft, instance, finding)
            .map(span -> Diagnostic.at(finding.code(), span, finding.text()))
            .orElseGet(() -> Diagnostic.without(finding.code(), finding.text()));
    for (String note : finding.notes()) {
      bare = bare.note(note);
    }
    return bare;
  }

  /** A finding is about a resource, or about a host. */
  private static Optional<Span> span(Draft draft, @Nullable Instance instance, Finding finding) {
    return instance == null
        ? draft.program.host(finding.address()).map(HostInstance::origin)
        : Optional.of(finding.at().map(instance::originOf).orElse(instance.origin()));
  }
}
