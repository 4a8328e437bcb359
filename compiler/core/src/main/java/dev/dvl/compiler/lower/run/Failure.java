package dev.dvl.compiler.lower.run;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import java.util.Optional;

/** An expression has no value. Carries what is to be said about it, unless it has been said. */
public final class Failure extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MOST_LABELS = 4;

  private final transient Optional<Diagnostic> diagnostic;

  public Failure(Diagnostic diagnostic) {
    this(Optional.of(diagnostic));
  }

  private Failure(Optional<Diagnostic> diagnostic) {
    super("an expression without a value", null, false, false);
    this.diagnostic = diagnostic;
  }

  /** A further one of the same mistake, which has been told. */
  public static Failure told() {
    return new Failure(Optional.empty());
  }

  public static Failure at(Code code, Span span, String text) {
    return new Failure(Diagnostic.at(code, span, text));
  }

  public Optional<Diagnostic> diagnostic() {
    return diagnostic;
  }

  /** Whether what is wrong stands there. */
  public boolean isWithin(Span span) {
    return diagnostic
        .flatMap(Diagnostic::primary)
        .filter(label -> span.contains(label.span()))
        .isPresent();
  }

  public Failure label(Span span, String text) {
    return new Failure(
        diagnostic.map(it -> it.secondary().size() < MOST_LABELS ? it.label(span, text) : it));
  }

  public Failure note(String note) {
    return new Failure(diagnostic.map(it -> it.note(note)));
  }
}
