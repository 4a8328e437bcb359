/** Simulators of one's own, and the hands of somebody who changes them behind dvl's back. */
@NullMarked
package dev.dvl.vsphere.lab;

import org.jspecify.annotations.NullMarked;
