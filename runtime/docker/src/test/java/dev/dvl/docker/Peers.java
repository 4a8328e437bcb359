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

  /**
   * The first two numbers of the addresses that tests may name on this engine: {@code 10.213} of
   * 10.213.64.0/18. What they name lies between 64 and 111 in the third: up to 95 where a test has
   * written it down, from 96 where it takes one by chance. The rest is for networks of machines.
   */
  public static String net() {
    return variable("DVL_TEST_DOCKER_SUBNETS").replaceFirst("^(\\d+\\.\\d+)\\..*$", "$1");
  }

  /** A network device of the engine's machine. */
  public static String device() {
    return Optional.ofNullable(System.getenv("DVL_TEST_DOCKER_BRIDGE")).orElse("docker0");
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
