package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Code;

/** What may be wrong with names. */
final class NameCodes {
  static final Code UNKNOWN_VALUE = Code.error("DVL1001", "unknown name");
  static final Code UNKNOWN_FUNCTION = Code.error("DVL1002", "unknown function");
  static final Code UNKNOWN_KIND = Code.error("DVL1003", "unknown kind");
  static final Code UNKNOWN_ATTRIBUTE = Code.error("DVL1004", "unknown attribute");
  static final Code UNKNOWN_BLOCK = Code.error("DVL1005", "unknown block");

  static final Code DUPLICATE = Code.error("DVL1010", "name declared twice");
  static final Code SHADOWED = Code.error("DVL1011", "name hides another one");
  static final Code ATTRIBUTE_TWICE = Code.error("DVL1012", "attribute set twice");
  static final Code BLOCK_TWICE = Code.error("DVL1013", "block written twice");

  static final Code CYCLE = Code.error("DVL1020", "declarations that need each other");
  static final Code MISSING_KEY = Code.error("DVL1021", "resource in a loop without its key");

  static final Code ATTRIBUTE_AS_BLOCK = Code.error("DVL1030", "attribute written as a block");
  static final Code BLOCK_AS_ATTRIBUTE = Code.error("DVL1031", "block written as an attribute");
  static final Code LABEL = Code.error("DVL1032", "wrong label");
  static final Code HOST_KIND = Code.error("DVL1033", "hosts and resources mixed up");

  static final Code OUT_OF_PLACE = Code.error("DVL1040", "item out of place");
  static final Code MODULE = Code.error("DVL1041", "wrong module header");
  static final Code COMPONENT_PART = Code.error("DVL1050", "attribute that components do not have");
  static final Code COMPONENT_DEPTH = Code.error("DVL1051", "components nested too deep");
  static final Code UNUSED = Code.warning("DVL1052", "name that nothing uses");
  static final Code UNKNOWN_MEMBER = Code.error("DVL1060", "no such name in a module");
  static final Code PRIVATE = Code.error("DVL1061", "name that belongs to its module");
  static final Code UNAVAILABLE = Code.error("DVL1090", "not available in this version");

  private NameCodes() {}
}
