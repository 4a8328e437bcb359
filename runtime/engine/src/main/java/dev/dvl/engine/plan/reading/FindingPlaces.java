package dev.dvl.engine.plan.reading;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.source.Span;
import dev.dvl.engine.live.Finding;
import java.util.Optional;

/** Gives what a provider found its place in the source. */
record FindingPlaces(Selected selected) {

  Diagnostic diagnostic(Finding finding) {
    Diagnostic bare =
        span(finding)
            .map(span -> Diagnostic.at(finding.code(), span, finding.text()))
            .orElseGet(() -> Diagnostic.without(finding.code(), finding.text()));
    for (String note : finding.notes()) {
      bare = bare.note(note);
    }
    return bare;
  }

  /** A finding is about a resource, or about a host. */
  private Optional<Span> span(Finding finding) {
    Optional<Instance> instance = selected.instance(finding.address());
    return instance.isEmpty()
        ? selected.program().host(finding.address()).map(HostInstance::origin)
        : instance.map(it -> finding.at().map(it::originOf).orElse(it.origin()));
  }
}
