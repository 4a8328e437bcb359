package dev.dvl.sandbox;

import dev.dvl.compiler.diagnostic.Code;

/** What the sandbox has to say. */
final class SandboxCodes {
  static final Code FILE = Code.error("DVL7900", "sandbox file cannot be used");
  static final Code NAME_TAKEN = Code.error("DVL7901", "name is taken in the sandbox");
  static final Code GONE = Code.error("DVL7902", "object is not in the sandbox");

  private SandboxCodes() {}
}
