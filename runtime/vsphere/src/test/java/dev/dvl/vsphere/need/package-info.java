/** The privileges that calls can need. */
@NullMarked
package dev.dvl.vsphere.need;

import org.jspecify.annotations.NullMarked;
