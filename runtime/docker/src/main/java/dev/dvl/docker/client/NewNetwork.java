package dev.dvl.docker.client;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A network that is to be made.
 *
 * @param addresses the engine's own choice where empty
 */
public record NewNetwork(
    String name,
    String driver,
    boolean internal,
    boolean ipv6,
    boolean attachable,
    Map<String, String> labels,
    Map<String, String> options,
    Optional<Addresses> addresses) {
  public NewNetwork {
    labels = ordered(labels);
    options = ordered(options);
  }

  /**
   * Where the addresses of a network come from.
   *
   * @param driver of the addresses, not of the network
   */
  public record Addresses(String driver, Map<String, String> options, List<Subnet> subnets) {
    public Addresses {
      options = ordered(options);
      subnets = List.copyOf(subnets);
    }
  }

  /**
   * One subnet.
   *
   * @param range the part of it that addresses are given from
   * @param reserved addresses that are taken, by the names of who has them
   */
  public record Subnet(
      String subnet,
      Optional<String> gateway,
      Optional<String> range,
      Map<String, String> reserved) {
    public Subnet {
      reserved = ordered(reserved);
    }
  }

  /** A request is the same text each time. */
  private static Map<String, String> ordered(Map<String, String> fields) {
    return Collections.unmodifiableMap(new TreeMap<>(fields));
  }
}
