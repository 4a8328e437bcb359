package dev.dvl.cli;

/** The command line's entry point. */
public final class Dvl {

  private Dvl() {}

  /** Runs the command that the arguments name. */
  public static void main(String[] args) {
    if (args.length == 1 && args[0].equals("version")) {
      System.out.println("dvl 0.1.0");
      return;
    }
    System.err.println("usage: dvl version");
    System.exit(3);
  }
}
