package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Code;

/** What may be wrong with a schema file. */
final class SchemaCodes {
  static final Code MISPLACED = Code.error("DVL5001", "item that has no place in a schema");
  static final Code TWICE = Code.error("DVL5002", "name declared twice");
  static final Code NO_DOC = Code.error("DVL5003", "declaration without documentation");
  static final Code UNKNOWN_SETTING = Code.error("DVL5004", "unknown setting");
  static final Code SETTING_VALUE = Code.error("DVL5005", "setting with a wrong value");
  static final Code NO_IMPACT = Code.error("DVL5006", "attribute without an impact");
  static final Code UNKNOWN_VARIABLE = Code.error("DVL5007", "unknown name in a rule");
  static final Code UNKNOWN_FUNCTION = Code.error("DVL5008", "unknown function in a rule");
  static final Code RULE_FORM = Code.error("DVL5009", "expression that a rule cannot hold");
  static final Code RESERVED = Code.error("DVL5010", "name that every kind has already");
  static final Code UNSET = Code.error("DVL5011", "contradiction about what unset means");
  static final Code NO_SUCH_PART = Code.error("DVL5012", "setting that names nothing");
  static final Code NO_PROVIDER = Code.error("DVL5013", "place that no kind provides");
  static final Code RECURSIVE = Code.error("DVL5014", "type that contains itself");
  static final Code NO_IDENTITY = Code.error("DVL5015", "kind without an identity");

  private SchemaCodes() {}
}
