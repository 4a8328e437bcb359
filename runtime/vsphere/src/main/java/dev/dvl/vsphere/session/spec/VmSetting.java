package dev.dvl.vsphere.session.spec;

import java.time.Duration;
import java.util.List;

/**
 * One thing to set on a VM. A VM is made, and changed, by a list of them; what no setting names
 * stays as it is, or as the server makes it.
 */
public sealed interface VmSetting {
  record Name(String name) implements VmSetting {}

  record GuestId(String id) implements VmSetting {}

  record AlternateGuestName(String name) implements VmSetting {}

  /** The version of the virtual hardware, such as {@code vmx-19}; only when a VM is made. */
  record Hardware(String version) implements VmSetting {}

  record Annotation(String text) implements VmSetting {}

  /** Given by vCenter where it is not set; only when a VM is made. */
  record InstanceUuid(String uuid) implements VmSetting {}

  /** Where the VM's files are: a datastore in brackets, a path behind it or none. */
  record Files(String datastorePath) implements VmSetting {}

  /** What the VM must look like still, or the server refuses with {@code ConcurrentAccess}. */
  record ChangeVersion(String version) implements VmSetting {}

  record Cpus(int count) implements VmSetting {}

  record CoresPerSocket(int count) implements VmSetting {}

  record MemoryMb(long megabytes) implements VmSetting {}

  record CpuAllocation(Allocation mhz) implements VmSetting {}

  record MemoryAllocation(Allocation megabytes) implements VmSetting {}

  record Switch(Feature feature, boolean on) implements VmSetting {}

  /** {@code bios} or {@code efi}. */
  record Firmware(String name) implements VmSetting {}

  record BootDelay(Duration delay) implements VmSetting {}

  record BootRetryDelay(Duration delay) implements VmSetting {}

  record BootOrder(List<BootDevice> devices) implements VmSetting {
    public BootOrder {
      devices = List.copyOf(devices);
    }
  }

  /** {@code hvAuto}, {@code hvOn} or {@code hvOff}. */
  record CpuVirtualization(String mode) implements VmSetting {}

  /** {@code automatic}, {@code on} or {@code off}. */
  record MmuVirtualization(String mode) implements VmSetting {}

  /** {@code manual} or {@code upgradeAtPowerCycle}. */
  record ToolsUpgrade(String policy) implements VmSetting {}

  /** {@code low}, {@code normal}, {@code medium} or {@code high}. */
  record Latency(String level) implements VmSetting {}

  /** {@code inherit}, {@code vmDirectory} or {@code hostLocal}. */
  record SwapPlacement(String policy) implements VmSetting {}

  record StoragePolicy(String id) implements VmSetting {}

  /** An entry of the configuration; an empty value removes it. */
  record Extra(String key, String value) implements VmSetting {}

  /**
   * The value of a property that the VM's vApp options declare.
   *
   * @param key the number that the options have it under
   */
  record VappProperty(int key, String id, String value) implements VmSetting {}

  record Device(DeviceChange change) implements VmSetting {}
}
