package dev.dvl.docker.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.dockerjava.api.model.Network.Ipam;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The addresses of a network in docker-java's words. For options, and for reserved addresses, it
 * has none that could be written.
 */
final class IpamFields {
  private IpamFields() {}

  static Ipam of(NewNetwork.Addresses addresses) {
    Ipam ipam =
        addresses.options().isEmpty() ? new Ipam() : new IpamWithOptions(addresses.options());
    return ipam.withDriver(addresses.driver())
        .withConfig(addresses.subnets().stream().map(IpamFields::config).toList());
  }

  private static Ipam.Config config(NewNetwork.Subnet subnet) {
    Ipam.Config config =
        subnet.reserved().isEmpty() ? new Ipam.Config() : new ConfigWithReserved(subnet.reserved());
    config.withSubnet(subnet.subnet());
    subnet.gateway().ifPresent(config::withGateway);
    subnet.range().ifPresent(config::withIpRange);
    return config;
  }

  /** Subnets with options beside them. */
  private static final class IpamWithOptions extends Ipam {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, String> given;

    IpamWithOptions(Map<String, String> options) {
      this.given = new TreeMap<>(options);
    }

    @Override
    @JsonProperty("Options")
    public Map<String, String> getOptions() {
      return Collections.unmodifiableMap(given);
    }
  }

  /** A subnet with addresses that are taken. */
  private static final class ConfigWithReserved extends Ipam.Config {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, String> reserved;

    ConfigWithReserved(Map<String, String> reserved) {
      this.reserved = new TreeMap<>(reserved);
    }

    @JsonProperty("AuxiliaryAddresses")
    public Map<String, String> reserved() {
      return Collections.unmodifiableMap(reserved);
    }
  }
}
