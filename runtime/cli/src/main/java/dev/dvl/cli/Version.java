package dev.dvl.cli;

/** The version of dvl. */
public final class Version {
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
