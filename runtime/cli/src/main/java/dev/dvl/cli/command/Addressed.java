package dev.dvl.cli.command;

/** The address that a command line must name. */
final class Addressed {
  private Addressed() {}

  static String of(Invocation invocation) throws Refusal {
    return invocation
        .operand(0)
        .orElseThrow(
            () ->
                Refusal.of(
                    Exit.WRONG,
                    CommandCodes.USAGE,
                    "No address is named.",
                    "`dvl show` lists what there is."));
  }
}
