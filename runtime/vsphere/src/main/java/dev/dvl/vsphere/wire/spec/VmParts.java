package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.spec.Feature;
import dev.dvl.vsphere.wire.vim.ToolsConfigInfo;
import dev.dvl.vsphere.wire.vim.VirtualMachineBootOptions;
import dev.dvl.vsphere.wire.vim.VirtualMachineConfigSpec;
import dev.dvl.vsphere.wire.vim.VirtualMachineFlagInfo;
import java.util.Optional;

/** The parts of a configuration that hold switches; one that is not asked for is not sent. */
final class VmParts {
  private Optional<VirtualMachineBootOptions.Builder> boot = Optional.empty();
  private Optional<VirtualMachineFlagInfo.Builder> flags = Optional.empty();
  private Optional<ToolsConfigInfo.Builder> tools = Optional.empty();

  VirtualMachineBootOptions.Builder boot() {
    VirtualMachineBootOptions.Builder it = boot.orElseGet(VirtualMachineBootOptions::builder);
    boot = Optional.of(it);
    return it;
  }

  VirtualMachineFlagInfo.Builder flags() {
    VirtualMachineFlagInfo.Builder it = flags.orElseGet(VirtualMachineFlagInfo::builder);
    flags = Optional.of(it);
    return it;
  }

  ToolsConfigInfo.Builder tools() {
    ToolsConfigInfo.Builder it = tools.orElseGet(ToolsConfigInfo::builder);
    tools = Optional.of(it);
    return it;
  }

  void into(VirtualMachineConfigSpec.Builder spec) {
    boot.ifPresent(it -> spec.bootOptions(it.build()));
    flags.ifPresent(it -> spec.flags(it.build()));
    tools.ifPresent(it -> spec.tools(it.build()));
  }

  void set(Feature feature, boolean on, VirtualMachineConfigSpec.Builder spec) {
    switch (feature) {
      case CPU_HOT_ADD -> spec.cpuHotAddEnabled(on);
      case CPU_HOT_REMOVE -> spec.cpuHotRemoveEnabled(on);
      case MEMORY_HOT_ADD -> spec.memoryHotAddEnabled(on);
      case MEMORY_LOCKED -> spec.memoryReservationLockedToMax(on);
      case NESTED_VIRTUALIZATION -> spec.nestedHVEnabled(on);
      case CPU_COUNTERS -> spec.vPMCEnabled(on);
      case CHANGE_TRACKING -> spec.changeTrackingEnabled(on);
      case DISK_UUID -> flags().diskUuidEnabled(on);
      case VIRTUALIZATION_BASED_SECURITY -> flags().vbsEnabled(on);
      case IOMMU -> flags().vvtdEnabled(on);
      case LOGGING -> flags().enableLogging(on);
      case SECURE_BOOT -> boot().efiSecureBootEnabled(on);
      case BOOT_RETRY -> boot().bootRetryEnabled(on);
      case ENTER_SETUP -> boot().enterBIOSSetup(on);
      case SYNC_TIME -> tools().syncTimeWithHost(on);
      case SYNC_TIME_ALLOWED -> tools().syncTimeWithHostAllowed(on);
      case SCRIPTS_AFTER_POWER_ON -> tools().afterPowerOn(on);
      case SCRIPTS_AFTER_RESUME -> tools().afterResume(on);
      case SCRIPTS_BEFORE_STANDBY -> tools().beforeGuestStandby(on);
      case SCRIPTS_BEFORE_SHUTDOWN -> tools().beforeGuestShutdown(on);
      case SCRIPTS_BEFORE_REBOOT -> tools().beforeGuestReboot(on);
    }
  }
}
