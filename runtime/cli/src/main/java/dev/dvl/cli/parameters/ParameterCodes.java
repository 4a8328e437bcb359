package dev.dvl.cli.parameters;

import dev.dvl.compiler.diagnostic.Code;

/** What can be wrong with values from outside. */
final class ParameterCodes {
  static final Code OPTION = Code.error("DVL8010", "parameter is not given as NAME=VALUE");
  static final Code FILE = Code.error("DVL8011", "file of values cannot be read");
  static final Code LIMIT = Code.error("DVL8012", "file of values asks for too much");
  static final Code MODE = Code.error("DVL8013", "file of secrets is open to others");
  static final Code NO_TEXT = Code.error("DVL8014", "secret is no text");

  private ParameterCodes() {}
}
