package dev.dvl.docker.kind;

import dev.dvl.docker.wire.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From which version on engines do something otherwise that they do not tell of in any other way.
 */
public final class EngineVersion {
  private static final long OLDEST = 17_000_000;
  private static final Pattern VERSION =
      Pattern.compile("(\\d{1,5})\\.(\\d{1,3})(?:\\.(\\d{1,3}))?.*");

  private EngineVersion() {}

  /**
   * Whether an engine starts a container only while the network that it was made in is there: from
   * 24.0.7 on (docker/for-win 14268; tried on 20.10, 26 and 28).
   *
   * @param info what it says of itself
   */
  public static boolean needsHomeNetworks(Json info) {
    return isFrom(24_000_007, info);
  }

  /**
   * Whether an engine makes a network without its subnets of IPv6 unless {@code EnableIPv6} is
   * asked for: from 29 on (tried on the sources of 2.0.0-beta.24; 20.10 and 28 keep them).
   */
  public static boolean dropsIdleSubnets(Json info) {
    return isFrom(29_000_000, info);
  }

  /** One whose version is none of Docker's was built from the sources of today. */
  private static boolean isFrom(long first, Json info) {
    Matcher numbers = VERSION.matcher(info.at("ServerVersion").text());
    if (!numbers.matches()) {
      return true;
    }
    long found = number(numbers, 1) * 1_000_000 + number(numbers, 2) * 1_000 + number(numbers, 3);
    return found < OLDEST || found >= first;
  }

  private static long number(Matcher numbers, int group) {
    String text = numbers.group(group);
    return text == null ? 0 : Long.parseLong(text);
  }
}
