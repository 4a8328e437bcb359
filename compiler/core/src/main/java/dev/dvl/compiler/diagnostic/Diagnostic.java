package dev.dvl.compiler.diagnostic;

import dev.dvl.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing to say about a program or a run: a code, the place it is about, what else belongs to
 * it, and how to mend it.
 *
 * @param primary the place; absent only where nothing in the source is to blame
 * @param secondary further places, in the order in which they help
 * @param notes full sentences
 */
public record Diagnostic(
    Code code,
    Optional<Label> primary,
    List<Label> secondary,
    List<String> notes,
    List<Fix> fixes) {

  public Diagnostic {
    secondary = List.copyOf(secondary);
    notes = notes.stream().map(Brief::of).toList();
    fixes = List.copyOf(fixes);
  }

  /** A diagnostic about {@code span}; {@code text} says what is wrong right there. */
  public static Diagnostic at(Code code, Span span, String text) {
    return new Diagnostic(
        code, Optional.of(new Label(span, text)), List.of(), List.of(), List.of());
  }

  /** A diagnostic about nothing in the source; {@code note} says what is wrong. */
  public static Diagnostic without(Code code, String note) {
    return new Diagnostic(code, Optional.empty(), List.of(), List.of(note), List.of());
  }

  public Diagnostic label(Span span, String text) {
    return new Diagnostic(code, primary, append(secondary, new Label(span, text)), notes, fixes);
  }

  public Diagnostic note(String note) {
    return new Diagnostic(code, primary, secondary, append(notes, note), fixes);
  }

  public Diagnostic fix(Fix fix) {
    return new Diagnostic(code, primary, secondary, notes, append(fixes, fix));
  }

  public Severity severity() {
    return code.severity();
  }

  public boolean isError() {
    return severity() == Severity.ERROR;
  }

  private static <T> List<T> append(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }
}
