package dev.dvl.compiler.load;

import dev.dvl.compiler.diagnostic.Code;

/** What may be wrong with imports. */
final class LoadCodes {
  static final Code PATH = Code.error("DVL1053", "import that names no module");
  static final Code MISSING = Code.error("DVL1054", "module that is not there");
  static final Code CYCLE = Code.error("DVL1055", "modules that import each other");
  static final Code ROOT_ONLY = Code.error("DVL1056", "module that can only be planned");
  static final Code PACKAGE = Code.error("DVL1057", "packages are not available in this version");
  static final Code TWO_MODULES = Code.error("DVL1058", "file in two modules");
  static final Code TOO_MANY = Code.error("DVL1059", "too many modules");

  private LoadCodes() {}
}
