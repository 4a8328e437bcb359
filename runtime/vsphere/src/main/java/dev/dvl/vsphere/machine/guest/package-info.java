/** What a machine's guest finds on its first start, by way of cloud-init. */
@NullMarked
package dev.dvl.vsphere.machine.guest;

import org.jspecify.annotations.NullMarked;
