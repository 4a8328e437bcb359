package dev.dvl.engine.change;

import java.util.Locale;

/** What happens to a resource, with the sign under which plans show it. */
public enum Action {
  CREATE("+"),
  UPDATE("~"),
  /** The old one goes first. */
  REPLACE("-/+"),
  /** The new one comes first. */
  REPLACE_START_FIRST("+/-"),
  DESTROY("-"),
  ADOPT("<"),
  MOVE(">"),
  FORGET("."),
  /** Happens only if a value turns out otherwise in apply. */
  CONDITIONAL("?"),
  /** Cannot be told before its host can be read. */
  UNDECIDED("…");

  private final String sign;

  Action(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /** The word in JSON; both ways of replacing are {@code replace}. */
  public String word() {
    return this == REPLACE_START_FIRST ? "replace" : name().toLowerCase(Locale.ROOT);
  }

  public boolean replaces() {
    return this == REPLACE || this == REPLACE_START_FIRST;
  }
}
