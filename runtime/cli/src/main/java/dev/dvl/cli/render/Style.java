package dev.dvl.cli.render;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.engine.change.Action;

/** How parts of a text are set apart: by colour, or not at all. */
public enum Style {
  PLAIN,
  ANSI;

  private static final String GREEN = "32";
  private static final String YELLOW = "33";
  private static final String RED = "31";
  private static final String MAGENTA = "35";
  private static final String CYAN = "36";
  private static final String BOLD = "1";
  private static final String FAINT = "2";
  private static final String ALARM = "31;1";

  public static Style of(boolean colour) {
    return colour ? ANSI : PLAIN;
  }

  String action(Action action, String text) {
    return switch (action) {
      case CREATE -> with(GREEN, text);
      case UPDATE -> with(YELLOW, text);
      case REPLACE, REPLACE_START_FIRST -> with(MAGENTA, text);
      case DESTROY -> with(RED, text);
      case ADOPT, MOVE, FORGET, CONDITIONAL, UNDECIDED -> with(CYAN, text);
    };
  }

  String impact(Impact impact, String text) {
    return switch (impact) {
      case NONE -> faint(text);
      case LIVE -> with(GREEN, text);
      case RESTART, POWER_OFF -> with(YELLOW, text);
      case REPLACE -> with(MAGENTA, text);
      case REWIND, DATA_LOSS, REFUSE -> alarm(text);
    };
  }

  public String bold(String text) {
    return with(BOLD, text);
  }

  public String faint(String text) {
    return with(FAINT, text);
  }

  public String good(String text) {
    return with(GREEN, text);
  }

  public String alarm(String text) {
    return with(ALARM, text);
  }

  private String with(String code, String text) {
    return switch (this) {
      case PLAIN -> text;
      case ANSI -> "\u001b[" + code + "m" + text + "\u001b[0m";
    };
  }
}
