package dev.dvl.vsphere.machine.write;

import dev.dvl.compiler.eval.Cidr;
import dev.dvl.compiler.eval.IpAddress;
import dev.dvl.stdlib.VmCustomize;
import dev.dvl.stdlib.Windows;
import dev.dvl.vsphere.session.spec.Customization;
import dev.dvl.vsphere.session.spec.Customization.Address;
import dev.dvl.vsphere.session.spec.Customization.GuestNic;
import dev.dvl.vsphere.session.spec.Customization.Identity;
import dev.dvl.vsphere.session.spec.Customization.Membership;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The block {@code customize} as vSphere takes it.
 *
 * @param cards the labels of the machine's cards in their order; empty where one has none
 */
record GuestSettings(VmCustomize customize, String name, List<Optional<String>> cards) {
  /** Where a Windows guest is when nobody says: the number of UTC. */
  private static final int UTC = 85;

  /** Addresses that each link has for itself, RFC 4291 section 2.5.6. */
  private static final Optional<Cidr> LINK = Cidr.read("fe80::/10");

  Customization customization() {
    return new Customization(
        identity(),
        cards.stream().map(this::card).toList(),
        customize.dns().orElse(List.of()),
        customize.dnsSearch().orElse(List.of()));
  }

  private Identity identity() {
    Optional<String> answers = customize.sysprep();
    if (answers.isPresent()) {
      return new Customization.Sysprep(answers.get());
    }
    Optional<Windows> windows = customize.windows();
    return windows.isPresent()
        ? windows(windows.get())
        : new Customization.Linux(
            hostName(),
            customize.domain().orElse(""),
            customize.timezone(),
            Optional.of(true),
            customize.script());
  }

  private Identity windows(Windows windows) {
    return new Customization.Windows(
        hostName(),
        windows.fullName(),
        windows.organization(),
        windows.productKey(),
        windows.adminPassword(),
        customize.timezone().map(Integer::valueOf).orElse(UTC),
        Optional.of(windows.autoLogons()).filter(it -> it > 0).map(Math::toIntExact),
        windows.runOnce(),
        membership(windows));
  }

  private static Membership membership(Windows windows) {
    Optional<String> domain = windows.joinDomain();
    return domain.isPresent()
        ? new Customization.Domain(
            domain.get(),
            windows.domainUser().orElse(""),
            windows.domainPassword().orElse(""),
            windows.domainOu())
        : new Customization.Workgroup(windows.workgroup().orElse("WORKGROUP"));
  }

  /** The name in the guest, of the characters that a host name may have. */
  private String hostName() {
    return customize.hostname().orElseGet(() -> name.replaceAll("[^A-Za-z0-9-]", "-"));
  }

  private GuestNic card(Optional<String> label) {
    Optional<Address> address = label.map(fixed()::get);
    if (address.isEmpty()) {
      return GuestNic.DHCP;
    }
    Address own = address.get();
    boolean six = own.ip().contains(":");
    List<String> gateways =
        customize.gateways().orElse(List.of()).stream().filter(it -> leads(own, it)).toList();
    return new GuestNic(
        six ? Optional.empty() : Optional.of(own),
        six ? List.of() : gateways,
        six ? List.of(own) : List.of(),
        six ? gateways : List.of(),
        customize.dns().orElse(List.of()),
        customize.domain());
  }

  /** The addresses that the program gives, by the labels of their cards. */
  private Map<String, Address> fixed() {
    Map<String, Address> fixed = new HashMap<>();
    customize
        .addresses()
        .ifPresent(
            all ->
                all.forEach(
                    (label, address) -> {
                      if (!address.equals("dhcp")) {
                        fixed.put(label, parsed(address));
                      }
                    }));
    return fixed;
  }

  /**
   * Whether a gateway is for the card with an address: it is in the range of that one; or in no
   * card's, and either the card reaches nobody without one, or the gateway is one of its link.
   */
  private boolean leads(Address own, String gateway) {
    Optional<IpAddress> there = IpAddress.read(gateway);
    if (fixed().values().stream().anyMatch(it -> isIn(range(it), there))) {
      return isIn(range(own), there);
    }
    Optional<Cidr> range = range(own);
    int bits = own.ip().contains(":") ? 128 : 32;
    return range.isPresent()
        && there.filter(it -> it.bits() == bits).isPresent()
        && (range.get().prefix() == bits || isIn(LINK, there));
  }

  private static boolean isIn(Optional<Cidr> range, Optional<IpAddress> address) {
    return range.isPresent() && address.filter(range.get()::contains).isPresent();
  }

  private static Optional<Cidr> range(Address address) {
    return Cidr.read(address.ip() + "/" + address.prefix());
  }

  private static Address parsed(String text) {
    int slash = text.indexOf('/');
    int whole = text.contains(":") ? 128 : 32;
    return slash < 0
        ? new Address(text, whole)
        : new Address(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
  }
}
