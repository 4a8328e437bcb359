package dev.dvl.cli.command;

import dev.dvl.compiler.diagnostic.Code;

/** What can be wrong with a command line. */
final class CommandCodes {
  static final Code USAGE = Code.error("DVL8001", "command line is not understood");
  static final Code NOT_WRITTEN = Code.error("DVL8020", "result cannot be written");
  static final Code STACK_FILE = Code.error("DVL8021", "stack file cannot be used");
  static final Code STATE = Code.error("DVL8022", "no ledger can be kept there");
  static final Code PLAN_FILE = Code.error("DVL8023", "plan file cannot be used");
  static final Code NOT_CONFIRMED = Code.error("DVL8024", "nobody can confirm");
  static final Code NO_OUTPUT = Code.error("DVL8025", "no such output");
  static final Code SECRET_OUTPUT = Code.error("DVL8026", "output is secret");
  static final Code NO_PAGE = Code.error("DVL8030", "no such diagnostic");
  static final Code NO_CONSOLE = Code.error("DVL8060", "no prompt can be shown");
  static final Code NO_TEMPLATE = Code.error("DVL8059", "no such template");
  static final Code NO_TEST = Code.error("DVL8058", "no such test");

  static final Code NO_ADDRESS = Code.error("DVL8070", "no such address");
  static final Code WHICH = Code.error("DVL8071", "address stands for several");
  static final Code RUNS_NOT = Code.error("DVL8072", "nothing runs there");
  static final Code NOT_MADE = Code.error("DVL8073", "resource is not made yet");
  static final Code SILENT = Code.error("DVL8074", "resource cannot be reached");
  static final Code NO_WAY_IN = Code.error("DVL8075", "no way in");
  static final Code NO_TERMINAL = Code.error("DVL8076", "no terminal");

  private CommandCodes() {}
}
