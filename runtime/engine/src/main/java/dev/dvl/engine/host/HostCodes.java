package dev.dvl.engine.host;

import dev.dvl.compiler.diagnostic.Code;

/** What can be wrong with a host before any platform is asked. */
final class HostCodes {
  static final Code NO_PROVIDER = Code.error("DVL6001", "no provider for this kind of host");
  static final Code NOT_KNOWN = Code.error("DVL6002", "host cannot be connected to yet");

  private HostCodes() {}
}
