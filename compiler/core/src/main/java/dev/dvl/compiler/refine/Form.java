package dev.dvl.compiler.refine;

import java.util.Optional;

/** A form that a text may have. */
public interface Form {

  /**
   * What is wrong with {@code text}, as a sentence without a full stop that can stand in a label;
   * empty where it has the form.
   */
  Optional<String> problem(String text);

  /** A text that has the form, to show. */
  String example();
}
