package dev.dvl.compiler.resolve;

/** The spaces of names; position says in which of them a name is looked up. */
enum Space {
  VALUE("a value"),
  TYPE("a type"),
  FUNCTION("a function"),
  KIND("a component");

  private final String word;

  Space(String word) {
    this.word = word;
  }

  /** What a name of this space names, with its article. */
  String word() {
    return word;
  }
}
