package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.diagnostic.Code;

/** What may be wrong with which object stands for which resource. */
final class IdentityCodes {
  static final Code NOT_OURS = Code.error("DVL6010", "object exists and is not ours");
  static final Code OTHER_STACK = Code.error("DVL6011", "object belongs to another stack");
  static final Code COPY = Code.warning("DVL6012", "copy of an object of this stack");
  static final Code HOST_LEFT = Code.error("DVL6016", "host still has objects of this stack");
  static final Code NO_SUCH_OBJECT = Code.error("DVL6040", "nothing to adopt");
  static final Code NOT_FREE = Code.error("DVL6041", "adopted object is another stack's");
  static final Code NOT_ADOPTABLE = Code.error("DVL6042", "kind that cannot be adopted");
  static final Code OTHER_RESOURCE = Code.error("DVL6043", "adopted object is another resource's");
  static final Code TWO_OBJECTS = Code.error("DVL6044", "two objects for one resource");
  static final Code ELSEWHERE = Code.error("DVL6045", "object cannot be moved there");
  static final Code SEVERAL = Code.error("DVL6047", "several objects of that name");

  private IdentityCodes() {}
}
