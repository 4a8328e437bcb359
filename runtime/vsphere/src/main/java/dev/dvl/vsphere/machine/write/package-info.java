/** The calls that make and change machines, templates and snapshots. */
@NullMarked
package dev.dvl.vsphere.machine.write;

import org.jspecify.annotations.NullMarked;
