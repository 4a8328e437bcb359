/** Trials of what guests are told. */
@NullMarked
package dev.dvl.vsphere.machine.guest;

import org.jspecify.annotations.NullMarked;
