package dev.dvl.vsphere.catalog;

import dev.dvl.compiler.diagnostic.Code;
import java.util.List;

/**
 * A name leads to nothing, or to several things. The message is one sentence.
 *
 * @see Names
 */
public final class NameProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Code code;
  private final transient List<String> notes;

  public NameProblem(Code code, String message, List<String> notes) {
    super(message);
    this.code = code;
    this.notes = List.copyOf(notes);
  }

  public Code code() {
    return code;
  }

  /** Full sentences that help: similar names. */
  public List<String> notes() {
    return notes;
  }
}
