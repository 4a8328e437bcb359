/** Tests of reading a server for planning. */
@NullMarked
package dev.dvl.vsphere.read;

import org.jspecify.annotations.NullMarked;
