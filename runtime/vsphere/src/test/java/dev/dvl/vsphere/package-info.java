/** What the tests of the vSphere provider share. */
@NullMarked
package dev.dvl.vsphere;

import org.jspecify.annotations.NullMarked;
