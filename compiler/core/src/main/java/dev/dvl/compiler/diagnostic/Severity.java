package dev.dvl.compiler.diagnostic;

/** How much a diagnostic matters: an error stops the run, a warning does not. */
public enum Severity {
  ERROR,
  WARNING
}
