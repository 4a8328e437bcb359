/** Changing a vSphere server: the calls that ops name. */
@NullMarked
package dev.dvl.vsphere.write;

import org.jspecify.annotations.NullMarked;
