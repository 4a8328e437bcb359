package dev.dvl.compiler.type;

import dev.dvl.compiler.diagnostic.Code;

/** What may be wrong with a type as it is written. */
final class TypeCodes {
  static final Code UNKNOWN_TYPE = Code.error("DVL2101", "unknown type");
  static final Code TYPE_ARGUMENTS = Code.error("DVL2102", "wrong type arguments");
  static final Code UNKNOWN_TARGET = Code.error("DVL2103", "reference to an unknown kind");
  static final Code UNION_MEMBERS =
      Code.error("DVL2104", "members of a union that cannot be told apart");
  static final Code FIELD_TWICE = Code.error("DVL2105", "field declared twice");
  static final Code LITERAL_TYPE = Code.error("DVL2106", "type of a value that is not fixed");
  static final Code MAP_KEY = Code.error("DVL2107", "map with keys that are not strings");
  static final Code FIELD_META = Code.error("DVL2108", "settings on a field of an object type");
  static final Code TOO_LARGE = Code.error("DVL2109", "type is too large");

  private TypeCodes() {}
}
