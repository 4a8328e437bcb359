package dev.dvl.vsphere.session.spec;

import dev.dvl.vsphere.session.Tree;

/** What is to become of a virtual device. */
public sealed interface DeviceChange {
  /** Adds a device; its key is negative, and stands for it in this one request. */
  record Add(DeviceSpec device) implements DeviceChange {}

  /**
   * Makes a device what is wanted. All that the server says of it and {@code wanted} does not is
   * sent back as it was.
   *
   * @param current the device as it was read
   */
  record Edit(Tree current, DeviceSpec wanted) implements DeviceChange {}

  /**
   * Removes a device.
   *
   * @param current the device as it was read
   * @param files whether a disk's files go with it
   */
  record Remove(Tree current, boolean files) implements DeviceChange {}
}
