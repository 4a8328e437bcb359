package dev.dvl.vsphere.session;

import dev.dvl.vsphere.session.spec.OvfSpec;
import java.util.List;

/** Makes VMs from OVF packages. */
public interface Packages {
  /**
   * Makes a VM and uploads its disks; what was begun is taken back when that fails.
   *
   * @throws VSphereException also when a file of the package is not there
   */
  Imported importOvf(OvfSpec spec, Watch watch) throws VSphereException, InterruptedException;

  /** A VM, and what the server had to say of the package. */
  record Imported(Ref vm, List<String> warnings) {
    public Imported {
      warnings = List.copyOf(warnings);
    }
  }
}
