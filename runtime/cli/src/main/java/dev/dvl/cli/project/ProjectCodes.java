package dev.dvl.cli.project;

import dev.dvl.compiler.diagnostic.Code;

/** What can be wrong with the files of a program. */
final class ProjectCodes {
  static final Code UNREADABLE = Code.error("DVL8002", "file cannot be read");
  static final Code NO_PROGRAM = Code.error("DVL8003", "no program here");
  static final Code TOO_LARGE = Code.error("DVL8004", "program is too large");
  static final Code LEADS_OUT = Code.error("DVL8040", "link leads out of the project");
  static final Code EMPTY = Code.error("DVL8005", "program is empty");

  private ProjectCodes() {}
}
