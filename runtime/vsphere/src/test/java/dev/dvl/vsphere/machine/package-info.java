/** Machines, templates and snapshots on a simulated vCenter. */
@NullMarked
package dev.dvl.vsphere.machine;

import org.jspecify.annotations.NullMarked;
