package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.spec.Customization.Address;
import dev.dvl.vsphere.session.spec.Customization.GuestNic;
import dev.dvl.vsphere.wire.vim.CustomizationDhcpIpGenerator;
import dev.dvl.vsphere.wire.vim.CustomizationFixedIp;
import dev.dvl.vsphere.wire.vim.CustomizationFixedIpV6;
import dev.dvl.vsphere.wire.vim.CustomizationIPSettings;
import dev.dvl.vsphere.wire.vim.CustomizationIPSettingsIpV6AddressSpec;
import dev.dvl.vsphere.wire.vim.CustomizationIpGenerator;
import dev.dvl.vsphere.wire.vim.CustomizationIpV6Generator;
import org.jspecify.annotations.Nullable;

/** The addresses of network cards as guests are told them. */
final class GuestNics {
  private GuestNics() {}

  static CustomizationIPSettings of(GuestNic nic) {
    return CustomizationIPSettings.builder()
        .ip(nic.ipv4().map(GuestNics::fixed).orElseGet(GuestNics::dhcp))
        .subnetMask(nic.ipv4().map(it -> mask(it.prefix())).orElse(null))
        .gateway(nic.ipv4Gateways())
        .ipV6Spec(ipv6(nic))
        .dnsServerList(nic.dnsServers())
        .dnsDomain(nic.dnsDomain().orElse(null))
        .build();
  }

  private static CustomizationIpGenerator fixed(Address address) {
    return CustomizationFixedIp.builder().ipAddress(address.ip()).build();
  }

  private static CustomizationIpGenerator dhcp() {
    return CustomizationDhcpIpGenerator.builder().build();
  }

  private static @Nullable CustomizationIPSettingsIpV6AddressSpec ipv6(GuestNic nic) {
    return nic.ipv6().isEmpty()
        ? null
        : CustomizationIPSettingsIpV6AddressSpec.builder()
            .ip(nic.ipv6().stream().map(GuestNics::fixedV6).toList())
            .gateway(nic.ipv6Gateways())
            .build();
  }

  private static CustomizationIpV6Generator fixedV6(Address address) {
    return CustomizationFixedIpV6.builder()
        .ipAddress(address.ip())
        .subnetMask(address.prefix())
        .build();
  }

  /** {@code 255.255.255.0} for 24. */
  private static String mask(int prefix) {
    long bits = prefix == 0 ? 0 : 0xFFFFFFFFL << (32 - prefix) & 0xFFFFFFFFL;
    return "%d.%d.%d.%d"
        .formatted(bits >> 24 & 0xFF, bits >> 16 & 0xFF, bits >> 8 & 0xFF, bits & 0xFF);
  }
}
