package dev.dvl.vsphere.session.spec;

import java.util.List;
import java.util.Optional;

/**
 * What the guest is told about itself when it starts next.
 *
 * @param nics in the order of the VM's network cards
 */
public record Customization(
    Identity identity, List<GuestNic> nics, List<String> dnsServers, List<String> dnsSuffixes) {
  public Customization {
    nics = List.copyOf(nics);
    dnsServers = List.copyOf(dnsServers);
    dnsSuffixes = List.copyOf(dnsSuffixes);
  }

  /** How a network card gets its addresses; without an IPv4 address it asks by DHCP. */
  public record GuestNic(
      Optional<Address> ipv4,
      List<String> ipv4Gateways,
      List<Address> ipv6,
      List<String> ipv6Gateways,
      List<String> dnsServers,
      Optional<String> dnsDomain) {
    public static final GuestNic DHCP =
        new GuestNic(
            Optional.empty(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    public GuestNic {
      ipv4Gateways = List.copyOf(ipv4Gateways);
      ipv6 = List.copyOf(ipv6);
      ipv6Gateways = List.copyOf(ipv6Gateways);
      dnsServers = List.copyOf(dnsServers);
    }
  }

  /** An address and the length of its prefix. */
  public record Address(String ip, int prefix) {}

  /** Who the guest becomes, by its kind of system. */
  public sealed interface Identity {}

  /**
   * Linux, by open-vm-tools.
   *
   * @param script run in the guest, before and after; may hold secrets
   */
  public record Linux(
      String hostName,
      String domain,
      Optional<String> timeZone,
      Optional<Boolean> utcClock,
      Optional<String> script)
      implements Identity {
    @Override
    public String toString() {
      return "Linux " + hostName;
    }
  }

  /**
   * Linux with cloud-init.
   *
   * @param metadata in YAML or JSON
   */
  public record CloudInit(String metadata, Optional<String> userData) implements Identity {
    @Override
    public String toString() {
      return "cloud-init";
    }
  }

  /**
   * Windows.
   *
   * @param timeZone the number that Windows has for it
   */
  public record Windows(
      String computerName,
      String fullName,
      String organization,
      Optional<String> productKey,
      Optional<String> adminPassword,
      int timeZone,
      Optional<Integer> autoLogons,
      List<String> runOnce,
      Membership membership)
      implements Identity {
    public Windows {
      runOnce = List.copyOf(runOnce);
    }

    @Override
    public String toString() {
      return "Windows " + computerName;
    }
  }

  /** What a Windows machine belongs to. */
  public sealed interface Membership {}

  public record Workgroup(String name) implements Membership {}

  public record Domain(String name, String admin, String password, Optional<String> unit)
      implements Membership {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Windows, by an answer file of one's own. */
  public record Sysprep(String answers) implements Identity {
    @Override
    public String toString() {
      return "sysprep";
    }
  }
}
