/** Turns what the provider wants into data objects of vim25. */
@NullMarked
package dev.dvl.vsphere.wire.spec;

import org.jspecify.annotations.NullMarked;
