/** XML as the wire has it: read within bounds, written in order. */
@NullMarked
package dev.dvl.vsphere.wire.xml;

import org.jspecify.annotations.NullMarked;
