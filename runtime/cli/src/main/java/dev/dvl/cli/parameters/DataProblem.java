package dev.dvl.cli.parameters;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;

/** A file of values cannot be used. Says where and why, and never what the file holds. */
final class DataProblem extends Exception {
  private final transient Code code;

  DataProblem(Code code, String sentence) {
    super(sentence, null, false, false);
    this.code = code;
  }

  Diagnostic diagnostic() {
    return Diagnostic.without(code, String.valueOf(getMessage()));
  }
}
