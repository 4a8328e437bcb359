package dev.dvl.vsphere.session.spec;

/** What a VM may boot from. */
public sealed interface BootDevice {
  /** The disk with that device key. */
  record Disk(int key) implements BootDevice {}

  /** The network card with that device key. */
  record Nic(int key) implements BootDevice {}

  /** Whatever is in a CD drive. */
  record Cdrom() implements BootDevice {}
}
