package dev.dvl.vsphere.session.spec;

/** What can be done to a VM's power. */
public enum Power {
  ON,
  OFF,
  SUSPEND,
  RESET
}
