/** Virtual machines, templates and snapshots. */
@NullMarked
package dev.dvl.vsphere.machine;

import org.jspecify.annotations.NullMarked;
