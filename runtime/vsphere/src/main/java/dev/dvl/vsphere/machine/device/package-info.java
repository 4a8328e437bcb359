/** Disks, network cards and drives of a machine, by the labels that programs give them. */
@NullMarked
package dev.dvl.vsphere.machine.device;

import org.jspecify.annotations.NullMarked;
