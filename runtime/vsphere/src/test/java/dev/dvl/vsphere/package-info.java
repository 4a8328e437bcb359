/** The vSphere provider against simulators. */
@NullMarked
package dev.dvl.vsphere;

import org.jspecify.annotations.NullMarked;
