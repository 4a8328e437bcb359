package dev.dvl.compiler.lower.run;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one lowering has to tell: each mistake once, and what it had to leave alone. */
public final class LoweringReport {
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<Mistake> told = new HashSet<>();
  private final Map<Span, String> unevaluated = new HashMap<>();

  /** What makes two diagnostics the same one, met for two instances. */
  private record Mistake(String code, Span span) {}

  public void report(Failure failure) {
    failure.diagnostic().ifPresent(this::report);
  }

  /** Reports a mistake once, however many instances have it. */
  public void report(Diagnostic diagnostic) {
    Span span = diagnostic.primary().map(label -> label.span()).orElse(Span.at(0));
    if (told.add(new Mistake(diagnostic.code().id(), span))) {
      diagnostics.add(diagnostic);
    }
  }

  /** Notes that something was left alone because it hangs on what is not given. */
  public void leave(Span span, String what) {
    unevaluated.putIfAbsent(span, what);
  }

  /** What is needed now is not known: because of a parameter that is not given, or by a mistake. */
  public Failure open(Value value, Span span, String what) {
    if (value instanceof Value.Deferred(Term term) && isOpen(term)) {
      leave(span, what);
      return Failure.told();
    }
    return Failure.at(LowerCodes.NOT_KNOWN, span, what + " must be known when planning");
  }

  /** Whether a term waits for a parameter that is not given. */
  public static boolean isOpen(Term term) {
    return term.anyLeaf(leaf -> leaf instanceof Term.Var);
  }

  /** What was left alone, by place. */
  public Map<Span, String> unevaluated() {
    return Map.copyOf(unevaluated);
  }

  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
