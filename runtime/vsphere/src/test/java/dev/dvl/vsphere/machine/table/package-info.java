/** What the provider makes of every attribute of machines, tried on a simulated vCenter. */
@NullMarked
package dev.dvl.vsphere.machine.table;

import org.jspecify.annotations.NullMarked;
