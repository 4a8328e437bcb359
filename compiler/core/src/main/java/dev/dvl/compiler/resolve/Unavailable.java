package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Annotation;
import dev.dvl.compiler.syntax.Item;

/** Says of what the grammar has and this version has not that it is not there yet. */
final class Unavailable {
  private final Module module;

  Unavailable(Module module) {
    this.module = module;
  }

  void report(Span span, String what) {
    module.report(
        Diagnostic.at(NameCodes.UNAVAILABLE, span, what + " are not available in this version"));
  }

  /** Looks at what stands before an item. */
  void lead(Item item) {
    for (Annotation annotation : item.lead().annotations()) {
      if (!annotation.name().text().equals("deprecated")) {
        report(annotation.span(), "annotations other than `@deprecated`");
      }
    }
  }
}
