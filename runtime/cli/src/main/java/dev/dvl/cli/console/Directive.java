package dev.dvl.cli.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a line may ask for that is no expression. */
enum Directive {
  TYPE("EXPRESSION", "the type alone; nothing is computed"),
  NAMES("", "the values of the program"),
  HELP("", "this text"),
  QUIT("", "ends the session, as Ctrl-D does");

  private final String operand;
  private final String about;

  Directive(String operand, String about) {
    this.operand = operand;
    this.about = about;
  }

  private String word() {
    return ":" + name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Directive::word).toList();
  }

  static Optional<Directive> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** All that may be typed, one on a line. */
  static String help() {
    StringBuilder text = new StringBuilder();
    line(text, "EXPRESSION", "its value and its type");
    for (Directive command : values()) {
      line(text, (command.word() + " " + command.operand).strip(), command.about);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String what, String about) {
    text.append("  %-18s %s%n".formatted(what, about));
  }
}
