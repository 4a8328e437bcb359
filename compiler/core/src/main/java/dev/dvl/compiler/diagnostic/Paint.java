package dev.dvl.compiler.diagnostic;

/** How parts of a rendered diagnostic are set apart: by colour, or not at all. */
enum Paint {
  PLAIN,
  ANSI;

  private static final String RED = "31;1";
  private static final String YELLOW = "33;1";
  private static final String BLUE = "34;1";
  private static final String BOLD = "1";

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> with(RED, text);
      case WARNING -> with(YELLOW, text);
    };
  }

  String frame(String text) {
    return with(BLUE, text);
  }

  String bold(String text) {
    return with(BOLD, text);
  }

  private String with(String style, String text) {
    return switch (this) {
      case PLAIN -> text;
      case ANSI -> "\u001b[" + style + "m" + text + "\u001b[0m";
    };
  }
}
