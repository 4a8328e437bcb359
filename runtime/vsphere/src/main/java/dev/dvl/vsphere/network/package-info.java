/** Port groups of ESXi hosts, distributed switches and their port groups. */
@NullMarked
package dev.dvl.vsphere.network;

import org.jspecify.annotations.NullMarked;
