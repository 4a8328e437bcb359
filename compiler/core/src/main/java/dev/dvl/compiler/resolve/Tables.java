package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;

/** What is found out about the names of all modules of a program together. */
final class Tables {
  private final Diagnostics diagnostics = new Diagnostics();
  private final Declared declared = new Declared();
  private final Uses uses = new Uses();
  private final Needs needs = new Needs();

  Diagnostics diagnostics() {
    return diagnostics;
  }

  void report(Diagnostic diagnostic) {
    diagnostics.report(diagnostic);
  }

  Declared declared() {
    return declared;
  }

  Uses uses() {
    return uses;
  }

  Needs needs() {
    return needs;
  }
}
