/** Tests of how calls that change machines are filled in. */
@NullMarked
package dev.dvl.vsphere.machine.write;

import org.jspecify.annotations.NullMarked;
