package dev.dvl.cli;

/** The version of dvl. */
public final class Version {
  public static final String NUMBER = "0.1.0";

  /** What {@code dvl version} says. */
  public static final String LINE = "dvl " + NUMBER;

  private Version() {}
}
