package dev.dvl.engine.plan;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Ids of ops, random: 12 hex digits, so that two runs never share one. */
public final class OpIds implements Supplier<String> {
  private static final int BYTES = 6;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String get() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
