package dev.dvl.engine.ledger;

import dev.dvl.compiler.diagnostic.Diagnostic;
import java.io.IOException;

/** The ledger cannot be used: somebody else holds it, or it is damaged. */
public final class LedgerProblem extends IOException {
  private static final long serialVersionUID = 1L;
  private final transient Diagnostic diagnostic;

  LedgerProblem(Diagnostic diagnostic) {
    super(diagnostic.code().headline());
    this.diagnostic = diagnostic;
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }

  /** Whether another run holds the stack. */
  public boolean isLocked() {
    return diagnostic.code().equals(LedgerCodes.LOCKED);
  }
}
