package dev.dvl.sandbox.scenario;

import dev.dvl.compiler.diagnostic.Code;

/** What a scenario has to say. */
public final class ScenarioCodes {
  public static final Code WRONG = Code.error("DVL7910", "a scenario of the sandbox is wrong");
  public static final Code FAILED = Code.error("DVL7911", "a call fails in the scenario");
  public static final Code CUT = Code.error("DVL7912", "a connection is cut in the scenario");
  public static final Code CANCELLED = Code.error("DVL7913", "a call in the sandbox was cancelled");

  private ScenarioCodes() {}
}
