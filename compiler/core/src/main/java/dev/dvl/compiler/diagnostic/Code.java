package dev.dvl.compiler.diagnostic;

/**
 * What kind of mistake a diagnostic reports: a stable id with a page under {@code
 * docs/diagnostics}, and a headline that is the same each time.
 *
 * <p>Ids: {@code DVL0} text and syntax, {@code 1} names, {@code 2} types, {@code 3} evaluation and
 * parameters, {@code 4} rules across resources, {@code 5} schemas of kinds, {@code 6} planning and
 * applying, {@code 7} platforms, {@code 8} command line and files.
 *
 * @param headline lower case, without names and without a full stop
 */
public record Code(String id, Severity severity, String headline) {

  public Code {
    if (!id.matches("DVL[0-9]{4}")) {
      throw new IllegalArgumentException("not a diagnostic code: " + id);
    }
  }

  public static Code error(String id, String headline) {
    return new Code(id, Severity.ERROR, headline);
  }

  public static Code warning(String id, String headline) {
    return new Code(id, Severity.WARNING, headline);
  }
}
