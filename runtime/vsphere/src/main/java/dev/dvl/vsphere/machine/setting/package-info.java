/** Each setting of a machine: how it is read, and what sets it. */
@NullMarked
package dev.dvl.vsphere.machine.setting;

import org.jspecify.annotations.NullMarked;
