package dev.dvl.vsphere.machine.device;

import dev.dvl.vsphere.session.Tree;

/**
 * A disk or drive and where it hangs.
 *
 * @param tree the device as the server shows it
 */
record Attached(Tree tree, Controller controller, int unit) {

  int key() {
    return Math.toIntExact(tree.number("key").orElse(0L));
  }

  /** Its place as text, which labels point to: {@code scsi0:1}. */
  String slot() {
    return slot(controller, unit);
  }

  static String slot(Controller controller, int unit) {
    return controller.family() + controller.bus() + ":" + unit;
  }
}
