package dev.dvl.engine.local;

import dev.dvl.compiler.diagnostic.Code;

/** What can be wrong with the files that objects are made from. */
public final class LocalCodes {
  public static final Code NO_CONTEXT = Code.error("DVL7010", "the build context is not there");
  public static final Code NO_DOCKERFILE = Code.error("DVL7011", "the Dockerfile is not there");
  public static final Code NEEDS_BUILDKIT = Code.error("DVL7012", "the Dockerfile needs BuildKit");
  public static final Code IGNORE_PATTERN =
      Code.error("DVL7013", "a pattern in the ignore file is malformed");
  public static final Code NO_FILE = Code.error("DVL7017", "a file to be written is not there");

  private LocalCodes() {}
}
