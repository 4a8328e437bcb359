package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the rules found out. */
final class RuleReport {
  private final Diagnostics diagnostics = new Diagnostics();
  private final Set<Mistake> told = new HashSet<>();
  private final List<Unevaluated> open = new ArrayList<>();

  private record Mistake(String code, Span span, String text) {}

  /** Reports a mistake once, however many instances of one declaration have it. */
  void add(Diagnostic diagnostic) {
    Mistake mistake =
        diagnostic
            .primary()
            .map(label -> new Mistake(diagnostic.code().id(), label.span(), ""))
            .orElse(new Mistake(diagnostic.code().id(), Span.at(0), diagnostic.toString()));
    if (told.add(mistake)) {
      diagnostics.report(diagnostic);
    }
  }

  /** Whether anything has been told about just that place. */
  boolean hasTold(Span span) {
    return told.stream().anyMatch(mistake -> mistake.span().equals(span));
  }

  void open(Unevaluated rule) {
    open.add(rule);
  }

  List<Diagnostic> diagnostics() {
    return diagnostics.sorted();
  }

  List<Unevaluated> open() {
    return List.copyOf(open);
  }
}
