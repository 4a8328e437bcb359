/** The way to a server over SOAP: implements the door with records of vim25. */
@NullMarked
package dev.dvl.vsphere.wire;

import org.jspecify.annotations.NullMarked;
