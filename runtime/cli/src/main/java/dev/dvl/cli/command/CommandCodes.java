package dev.dvl.cli.command;

import dev.dvl.compiler.diagnostic.Code;

/** What can be wrong with a command line. */
final class CommandCodes {
  static final Code USAGE = Code.error("DVL8001", "command line is not understood");
  static final Code NO_PAGE = Code.error("DVL8030", "no such diagnostic");

  private CommandCodes() {}
}
