package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.session.spec.Customization;
import dev.dvl.vsphere.session.spec.Customization.Address;
import dev.dvl.vsphere.session.spec.Customization.GuestNic;
import dev.dvl.vsphere.session.spec.Customization.Identity;
import dev.dvl.vsphere.session.spec.Customization.Membership;
import java.util.List;
import java.util.Optional;

/**
 * The block {@code customize} as vSphere takes it.
 *
 * @param cards the labels of the machine's cards in their order; empty where one has none
 */
record GuestSettings(Wanted customize, String name, List<Optional<String>> cards) {
  /** Where a Windows guest is when nobody says: the number of UTC. */
  private static final int UTC = 85;

  Customization customization() {
    return new Customization(
        identity(),
        cards.stream().map(this::card).toList(),
        customize.texts("dns"),
        customize.texts("dns_search"));
  }

  private Identity identity() {
    Optional<String> answers = customize.text("sysprep");
    if (answers.isPresent()) {
      return new Customization.Sysprep(answers.get());
    }
    return customize.has("windows")
        ? windows(Wanted.of(customize.value("windows")))
        : new Customization.Linux(
            hostName(),
            customize.text("domain").orElse(""),
            customize.text("timezone"),
            Optional.of(true),
            customize.text("script"));
  }

  private Identity windows(Wanted windows) {
    return new Customization.Windows(
        hostName(),
        windows.text("full_name").orElse("Administrator"),
        windows.text("organization").orElse(""),
        windows.text("product_key"),
        windows.text("admin_password"),
        customize.text("timezone").map(Integer::valueOf).orElse(UTC),
        windows.number("auto_logons").filter(it -> it > 0).map(Math::toIntExact),
        windows.texts("run_once"),
        membership(windows));
  }

  private static Membership membership(Wanted windows) {
    Optional<String> domain = windows.text("join_domain");
    return domain.isPresent()
        ? new Customization.Domain(
            domain.get(),
            windows.text("domain_user").orElse(""),
            windows.text("domain_password").orElse(""),
            windows.text("domain_ou"))
        : new Customization.Workgroup(windows.text("workgroup").orElse("WORKGROUP"));
  }

  /** The name in the guest, of the characters that a host name may have. */
  private String hostName() {
    return customize.text("hostname").orElseGet(() -> name.replaceAll("[^A-Za-z0-9-]", "-"));
  }

  private GuestNic card(Optional<String> label) {
    Optional<String> address =
        label
            .flatMap(it -> Wanted.of(customize.value("addresses")).text(it))
            .filter(it -> !it.equals("dhcp"));
    if (address.isEmpty()) {
      return GuestNic.DHCP;
    }
    Address own = parsed(address.get());
    boolean six = own.ip().contains(":");
    List<String> gateways =
        customize.texts("gateways").stream().filter(it -> it.contains(":") == six).toList();
    return new GuestNic(
        six ? Optional.empty() : Optional.of(own),
        six ? List.of() : gateways,
        six ? List.of(own) : List.of(),
        six ? gateways : List.of(),
        customize.texts("dns"),
        customize.text("domain"));
  }

  private static Address parsed(String text) {
    int slash = text.indexOf('/');
    int whole = text.contains(":") ? 128 : 32;
    return slash < 0
        ? new Address(text, whole)
        : new Address(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
  }
}
