package dev.dvl.docker;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Optional;

/**
 * The peers that the environment names. A missing one skips a test, and fails it on a build server.
 */
public final class Peers {
  private Peers() {}

  public static String docker() {
    return variable("DVL_TEST_DOCKER");
  }

  public static String variable(String name) {
    Optional<String> value = Optional.ofNullable(System.getenv(name)).filter(it -> !it.isEmpty());
    if (value.isPresent()) {
      return value.get();
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(name + " is not set; start the peers with testing/peers");
    }
    return abort("SKIPPED: " + name + " is not set; see testing/README.md");
  }
}
