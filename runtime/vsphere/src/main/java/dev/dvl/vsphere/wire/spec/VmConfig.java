package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.BootDevice;
import dev.dvl.vsphere.session.spec.VmSetting;
import dev.dvl.vsphere.wire.vim.LatencySensitivity;
import dev.dvl.vsphere.wire.vim.OptionValue;
import dev.dvl.vsphere.wire.vim.VAppPropertyInfo;
import dev.dvl.vsphere.wire.vim.VAppPropertySpec;
import dev.dvl.vsphere.wire.vim.VirtualDeviceConfigSpec;
import dev.dvl.vsphere.wire.vim.VirtualMachineBootOptionsBootableCdromDevice;
import dev.dvl.vsphere.wire.vim.VirtualMachineBootOptionsBootableDevice;
import dev.dvl.vsphere.wire.vim.VirtualMachineBootOptionsBootableDiskDevice;
import dev.dvl.vsphere.wire.vim.VirtualMachineBootOptionsBootableEthernetDevice;
import dev.dvl.vsphere.wire.vim.VirtualMachineConfigSpec;
import dev.dvl.vsphere.wire.vim.VirtualMachineDefinedProfileSpec;
import dev.dvl.vsphere.wire.vim.VirtualMachineFileInfo;
import dev.dvl.vsphere.wire.vim.VmConfigSpec;
import java.util.ArrayList;
import java.util.List;

/** Collects settings into the one object by which a VM is made and changed. */
public final class VmConfig {
  private final VirtualMachineConfigSpec.Builder spec = VirtualMachineConfigSpec.builder();
  private final VmParts parts = new VmParts();
  private final List<OptionValue> extras = new ArrayList<>();
  private final List<VAppPropertySpec> properties = new ArrayList<>();
  private final List<VirtualDeviceConfigSpec> devices = new ArrayList<>();

  private VmConfig() {}

  /** The object for these settings; of two that say the same thing the last one counts. */
  public static VirtualMachineConfigSpec of(List<VmSetting> settings) {
    VmConfig config = new VmConfig();
    settings.forEach(config::take);
    return config.build();
  }

  private VirtualMachineConfigSpec build() {
    parts.into(spec);
    if (!properties.isEmpty()) {
      spec.vAppConfig(VmConfigSpec.builder().property(properties).build());
    }
    return spec.extraConfig(extras).deviceChange(devices).build();
  }

  private void take(VmSetting setting) {
    switch (setting) {
      case VmSetting.Name(String name) -> spec.name(name);
      case VmSetting.GuestId(String id) -> spec.guestId(id);
      case VmSetting.AlternateGuestName(String name) -> spec.alternateGuestName(name);
      case VmSetting.Hardware(String version) -> spec.version(version);
      case VmSetting.Annotation(String text) -> spec.annotation(text);
      case VmSetting.InstanceUuid(String uuid) -> spec.instanceUuid(uuid);
      case VmSetting.Files(String path) ->
          spec.files(VirtualMachineFileInfo.builder().vmPathName(path).build());
      case VmSetting.ChangeVersion(String version) -> spec.changeVersion(version);
      case VmSetting.Cpus(int count) -> spec.numCPUs(count);
      case VmSetting.CoresPerSocket(int count) -> spec.numCoresPerSocket(count);
      case VmSetting.MemoryMb(long megabytes) -> spec.memoryMB(megabytes);
      case VmSetting.CpuAllocation(var mhz) -> spec.cpuAllocation(Allocations.of(mhz));
      case VmSetting.MemoryAllocation(var megabytes) ->
          spec.memoryAllocation(Allocations.of(megabytes));
      case VmSetting.Switch(var feature, boolean on) -> parts.set(feature, on, spec);
      case VmSetting.Firmware(String name) -> spec.firmware(name);
      case VmSetting.BootDelay(var delay) -> parts.boot().bootDelay(delay.toMillis());
      case VmSetting.BootRetryDelay(var delay) -> parts.boot().bootRetryDelay(delay.toMillis());
      case VmSetting.BootOrder(var order) ->
          parts.boot().bootOrder(order.stream().map(VmConfig::bootable).toList());
      case VmSetting.CpuVirtualization(String mode) -> parts.flags().virtualExecUsage(mode);
      case VmSetting.MmuVirtualization(String mode) -> parts.flags().virtualMmuUsage(mode);
      case VmSetting.ToolsUpgrade(String policy) -> parts.tools().toolsUpgradePolicy(policy);
      case VmSetting.Latency(String level) ->
          spec.latencySensitivity(LatencySensitivity.builder().level(level).build());
      case VmSetting.SwapPlacement(String policy) -> spec.swapPlacement(policy);
      case VmSetting.StoragePolicy(String id) -> spec.vmProfile(List.of(policy(id)));
      case VmSetting.Extra(String key, String value) -> extras.add(extra(key, value));
      case VmSetting.VappProperty(int key, String id, String value) ->
          properties.add(property(key, id, value));
      case VmSetting.Device(var change) -> devices.add(DeviceChanges.of(change));
    }
  }

  /** How a storage policy is named wherever one may be. */
  static VirtualMachineDefinedProfileSpec policy(String id) {
    return VirtualMachineDefinedProfileSpec.builder().profileId(id).build();
  }

  private static OptionValue extra(String key, String value) {
    return OptionValue.builder().key(key).value(Tree.scalar("value", "string", value)).build();
  }

  /** An edit finds the property by its key; a server may take what is not said for gone. */
  private static VAppPropertySpec property(int key, String id, String value) {
    VAppPropertyInfo info =
        VAppPropertyInfo.builder().key(key).id(id).userConfigurable(true).value(value).build();
    return VAppPropertySpec.builder().operation("edit").info(info).build();
  }

  private static VirtualMachineBootOptionsBootableDevice bootable(BootDevice device) {
    return switch (device) {
      case BootDevice.Disk(int key) ->
          VirtualMachineBootOptionsBootableDiskDevice.builder().deviceKey(key).build();
      case BootDevice.Nic(int key) ->
          VirtualMachineBootOptionsBootableEthernetDevice.builder().deviceKey(key).build();
      case BootDevice.Cdrom() -> VirtualMachineBootOptionsBootableCdromDevice.builder().build();
    };
  }
}
