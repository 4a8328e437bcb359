package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Code;

/** What may be wrong with objects that are moved or adopted. */
final class IdentityCodes {
  static final Code NO_SUCH_OBJECT = Code.error("DVL6040", "nothing to adopt");
  static final Code NOT_FREE = Code.error("DVL6041", "adopted object is another stack's");
  static final Code NOT_ADOPTABLE = Code.error("DVL6042", "kind that cannot be adopted");
  static final Code OTHER_RESOURCE = Code.error("DVL6043", "adopted object is another resource's");
  static final Code TWO_OBJECTS = Code.error("DVL6044", "two objects for one resource");
  static final Code ELSEWHERE = Code.error("DVL6045", "object cannot be moved there");
  static final Code CIRCLE = Code.error("DVL6046", "changes that wait for each other");
  static final Code SEVERAL = Code.error("DVL6047", "several objects of that name");

  private IdentityCodes() {}
}
