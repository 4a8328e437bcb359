/** vSphere as a platform of dvl. */
@NullMarked
package dev.dvl.vsphere;

import org.jspecify.annotations.NullMarked;
