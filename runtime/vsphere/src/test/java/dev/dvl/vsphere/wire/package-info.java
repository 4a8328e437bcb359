/** Tests of sessions on the vCenter simulator. */
@NullMarked
package dev.dvl.vsphere.wire;

import org.jspecify.annotations.NullMarked;
