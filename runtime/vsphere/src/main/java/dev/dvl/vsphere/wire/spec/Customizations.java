package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.spec.Customization;
import dev.dvl.vsphere.wire.vim.CustomizationAdapterMapping;
import dev.dvl.vsphere.wire.vim.CustomizationCloudinitPrep;
import dev.dvl.vsphere.wire.vim.CustomizationFixedName;
import dev.dvl.vsphere.wire.vim.CustomizationGlobalIPSettings;
import dev.dvl.vsphere.wire.vim.CustomizationIdentitySettings;
import dev.dvl.vsphere.wire.vim.CustomizationLinuxOptions;
import dev.dvl.vsphere.wire.vim.CustomizationLinuxPrep;
import dev.dvl.vsphere.wire.vim.CustomizationOptions;
import dev.dvl.vsphere.wire.vim.CustomizationSpec;
import dev.dvl.vsphere.wire.vim.CustomizationSysprepText;
import dev.dvl.vsphere.wire.vim.CustomizationWinOptions;

/** What a guest is told about itself. */
public final class Customizations {
  private Customizations() {}

  public static CustomizationSpec of(Customization customization) {
    return CustomizationSpec.builder()
        .options(options(customization.identity()))
        .identity(identity(customization.identity()))
        .globalIPSettings(
            CustomizationGlobalIPSettings.builder()
                .dnsSuffixList(customization.dnsSuffixes())
                .dnsServerList(customization.dnsServers())
                .build())
        .nicSettingMap(customization.nics().stream().map(Customizations::mapping).toList())
        .build();
  }

  private static CustomizationAdapterMapping mapping(Customization.GuestNic nic) {
    return CustomizationAdapterMapping.builder().adapter(GuestNics.of(nic)).build();
  }

  private static CustomizationOptions options(Customization.Identity identity) {
    return switch (identity) {
      case Customization.Linux linux -> CustomizationLinuxOptions.builder().build();
      case Customization.CloudInit init -> CustomizationLinuxOptions.builder().build();
      case Customization.Windows windows -> windowsOptions();
      case Customization.Sysprep sysprep -> windowsOptions();
    };
  }

  private static CustomizationWinOptions windowsOptions() {
    return CustomizationWinOptions.builder()
        .changeSID(true)
        .deleteAccounts(false)
        .reboot("reboot")
        .build();
  }

  private static CustomizationIdentitySettings identity(Customization.Identity identity) {
    return switch (identity) {
      case Customization.Linux linux -> linux(linux);
      case Customization.CloudInit(String metadata, var userData) ->
          CustomizationCloudinitPrep.builder()
              .metadata(metadata)
              .userdata(userData.orElse(null))
              .build();
      case Customization.Windows windows -> WindowsGuests.of(windows);
      case Customization.Sysprep(String answers) ->
          CustomizationSysprepText.builder().value(answers).build();
    };
  }

  private static CustomizationLinuxPrep linux(Customization.Linux linux) {
    return CustomizationLinuxPrep.builder()
        .hostName(CustomizationFixedName.builder().name(linux.hostName()).build())
        .domain(linux.domain())
        .timeZone(linux.timeZone().orElse(null))
        .hwClockUTC(linux.utcClock().orElse(null))
        .scriptText(linux.script().orElse(null))
        .build();
  }
}
