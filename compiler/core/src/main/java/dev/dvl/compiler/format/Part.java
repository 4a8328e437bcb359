package dev.dvl.compiler.format;

/** A piece of an element: a word, a sign or a comment, or all that stands in a pair of brackets. */
sealed interface Part permits Leaf, Group {
  /** Where it starts in the file. */
  int start();

  /** Where it ends in the file. */
  int end();

  /** How many line ends stand between it and what comes before it. */
  int lines();

  /** How wide it is on one line, in code points. */
  int width();

  /** Whether it takes more than one line however wide the page is. */
  boolean isMultiline();
}
