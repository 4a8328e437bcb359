package dev.dvl.cli.command;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.SourceMap;
import java.util.List;

/** A run that ends early: with what exit code, and what there is to say about it. */
public final class Refusal extends Exception {
  private final transient Exit exit;
  private final transient List<Diagnostic> diagnostics;
  private final transient SourceMap sources;

  public Refusal(Exit exit, List<Diagnostic> diagnostics, SourceMap sources) {
    super(exit.toString(), null, false, false);
    this.exit = exit;
    this.diagnostics = List.copyOf(diagnostics);
    this.sources = sources;
  }

  /** Something is wrong that no source is to blame for. */
  public static Refusal of(Exit exit, Code code, String note, String... more) {
    Diagnostic diagnostic = Diagnostic.without(code, note);
    for (String sentence : more) {
      diagnostic = diagnostic.note(sentence);
    }
    return new Refusal(exit, List.of(diagnostic), new SourceMap());
  }

  public Exit exit() {
    return exit;
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  public SourceMap sources() {
    return sources;
  }
}
