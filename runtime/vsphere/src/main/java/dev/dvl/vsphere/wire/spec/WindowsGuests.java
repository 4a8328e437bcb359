package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.spec.Customization.Domain;
import dev.dvl.vsphere.session.spec.Customization.Membership;
import dev.dvl.vsphere.session.spec.Customization.Windows;
import dev.dvl.vsphere.session.spec.Customization.Workgroup;
import dev.dvl.vsphere.wire.vim.CustomizationFixedName;
import dev.dvl.vsphere.wire.vim.CustomizationGuiRunOnce;
import dev.dvl.vsphere.wire.vim.CustomizationGuiUnattended;
import dev.dvl.vsphere.wire.vim.CustomizationIdentification;
import dev.dvl.vsphere.wire.vim.CustomizationPassword;
import dev.dvl.vsphere.wire.vim.CustomizationSysprep;
import dev.dvl.vsphere.wire.vim.CustomizationUserData;

/** What Windows is told by sysprep. */
final class WindowsGuests {
  private WindowsGuests() {}

  static CustomizationSysprep of(Windows windows) {
    return CustomizationSysprep.builder()
        .guiUnattended(unattended(windows))
        .userData(userData(windows))
        .guiRunOnce(
            windows.runOnce().isEmpty()
                ? null
                : CustomizationGuiRunOnce.builder().commandList(windows.runOnce()).build())
        .identification(identification(windows.membership()))
        .build();
  }

  private static CustomizationGuiUnattended unattended(Windows windows) {
    return CustomizationGuiUnattended.builder()
        .password(windows.adminPassword().map(WindowsGuests::password).orElse(null))
        .timeZone(windows.timeZone())
        .autoLogon(windows.autoLogons().isPresent())
        .autoLogonCount(windows.autoLogons().orElse(0))
        .build();
  }

  private static CustomizationUserData userData(Windows windows) {
    return CustomizationUserData.builder()
        .fullName(windows.fullName())
        .orgName(windows.organization())
        .computerName(CustomizationFixedName.builder().name(windows.computerName()).build())
        .productId(windows.productKey().orElse(""))
        .build();
  }

  private static CustomizationIdentification identification(Membership membership) {
    return switch (membership) {
      case Workgroup(String name) ->
          CustomizationIdentification.builder().joinWorkgroup(name).build();
      case Domain(String name, String admin, String password, var unit) ->
          CustomizationIdentification.builder()
              .joinDomain(name)
              .domainAdmin(admin)
              .domainAdminPassword(password(password))
              .domainOU(unit.orElse(null))
              .build();
    };
  }

  private static CustomizationPassword password(String text) {
    return CustomizationPassword.builder().value(text).plainText(true).build();
  }
}
