package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Label;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program declares its resources and hosts, so that what goes wrong with one points
 * there.
 *
 * <p>A plan that was saved has none: it keeps no places, because the sources may have changed since
 * it was made. Nor has what the program no longer describes.
 */
public record Origins(Map<Address, Span> spans) {
  public static final Origins NONE = new Origins(Map.of());

  public Origins {
    spans = Map.copyOf(spans);
  }

  public static Origins of(Program program) {
    Map<Address, Span> spans = new HashMap<>();
    program.hosts().forEach(host -> spans.put(host.address(), host.origin()));
    program.instances().forEach(instance -> spans.put(instance.address(), instance.origin()));
    return new Origins(spans);
  }

  /** The diagnostic at the place of what it is about, unless it has a place or there is none. */
  Diagnostic placed(Address about, Diagnostic diagnostic) {
    Span span = spans.get(about);
    if (span == null || diagnostic.primary().isPresent()) {
      return diagnostic;
    }
    Label here = new Label(span, "`" + about + "` is declared here");
    return new Diagnostic(
        diagnostic.code(),
        Optional.of(here),
        diagnostic.secondary(),
        diagnostic.notes(),
        diagnostic.fixes());
  }
}
